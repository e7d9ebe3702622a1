package health.stillpoint.patient.erasure;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.erasure.domain.ErasureRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Deletes what was kept of persons without identity once the period is over. */
@ApplicationScoped
public class KeptFacts {

    private static final int DELETED_AT_ONCE = 200;

    private final RecordJobs jobs;
    private final ErasureRepository repository;
    private final AuditDetail audit;
    private final ClinicClock clock;

    KeptFacts(RecordJobs jobs, ErasureRepository repository, AuditDetail audit, ClinicClock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** The day of keepUntil still belongs to the period. */
    @Scheduled(every = "{stillpoint.erasure.retention-check}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhenOver() {
        jobs.forEach("facts-retention", () -> repository.keptUntilBefore(today(), DELETED_AT_ONCE), this::delete);
    }

    private LocalDate today() {
        return clock.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void delete(UUID patientId) {
        audit.subject(patientId).entity("Patient", patientId);
        repository.deleteFacts(new PatientId(patientId), clock.now());
    }
}
