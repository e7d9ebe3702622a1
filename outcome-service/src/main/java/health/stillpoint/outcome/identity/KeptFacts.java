package health.stillpoint.outcome.identity;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.knowledge.Knowledge;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.identity.domain.IdentityRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Deletes what was kept of persons without identity once the period that patient-service told is over. */
@ApplicationScoped
public class KeptFacts {

    private static final int DELETED_AT_ONCE = 200;

    private final RecordJobs jobs;
    private final IdentityRepository repository;
    private final Knowledge knowledge;
    private final AuditDetail audit;
    private final ClinicClock clock;
    private final RetentionConfig config;

    KeptFacts(RecordJobs jobs, IdentityRepository repository, Knowledge knowledge, AuditDetail audit, ClinicClock clock,
            RetentionConfig config) {
        this.jobs = jobs;
        this.repository = repository;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** The day of keepUntil still belongs to the period. */
    @Scheduled(every = "{stillpoint.erasure.retention-check}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteWhenOver() {
        jobs.forEach("facts-retention", this::due, this::delete);
    }

    /** Nobody while patient-service has not been heard lately: what is deleted does not come back. */
    private List<UUID> due() {
        boolean stale = knowledge.ageOf("patient").compareTo(config.knowledgeAtMost()) > 0;
        return stale ? List.of() : repository.keptUntilBefore(today(), DELETED_AT_ONCE);
    }

    private LocalDate today() {
        return clock.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void delete(UUID patientId) {
        audit.subject(patientId).entity("Patient", patientId);
        repository.deleteFacts(patientId, clock.now());
    }
}
