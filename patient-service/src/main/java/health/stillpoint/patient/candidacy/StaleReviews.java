package health.stillpoint.patient.candidacy;

import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.candidacy.domain.CandidacyRepository;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Sends back to screening who waits for a decision on a screening that is out of date (programme.md section 4, in-date rule). */
@ApplicationScoped
public class StaleReviews {

    private static final int AT_ONCE = 500;

    /** Nothing asked at a visit runs out of date on its day. */
    private static final Duration IN_DATE_ANYWAY = Duration.ofDays(1);

    private final RecordJobs jobs;
    private final CandidacyRepository repository;
    private final Candidacies candidacies;
    private final Patients patients;
    private final Programmes programmes;
    private final ClinicClock clock;

    StaleReviews(RecordJobs jobs, CandidacyRepository repository, Candidacies candidacies, Patients patients, Programmes programmes,
            ClinicClock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.candidacies = candidacies;
        this.patients = patients;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Scheduled(every = "{stillpoint.candidacy.review-check}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendBack() {
        jobs.forEach("stale-reviews", () -> repository.undecidedScreenedBefore(clock.now().minus(IN_DATE_ANYWAY), AT_ONCE), this::sendBack);
    }

    private void sendBack(UUID id) {
        PatientId patientId = new PatientId(id);
        patients.lock(patientId);
        if (candidacies.review(patientId).asksForScreening()) {
            programmes.note(patientId, new ProgrammeFact.ScreeningOutOfDate());
        }
    }
}
