package health.stillpoint.session.recovery;

import health.stillpoint.kit.jobs.ClinicJobs;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for patients who take too long to recover. */
@ApplicationScoped
class RecoveryLateJob {

    private final ClinicJobs jobs;
    private final Recovery recovery;

    RecoveryLateJob(ClinicJobs jobs, Recovery recovery) {
        this.jobs = jobs;
        this.recovery = recovery;
    }

    /** Every 30 s by default. */
    @Scheduled(every = "${stillpoint.jobs.recovery-late:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        jobs.forEachClinic("recovery-late", clinic -> recovery.raiseLate());
    }
}
