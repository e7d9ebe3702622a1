package health.stillpoint.session.monitoring;

import health.stillpoint.kit.jobs.ClinicJobs;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for missed points in all sessions under observation. */
@ApplicationScoped
class MonitoringGapsJob {

    private final ClinicJobs jobs;
    private final SessionRepository sessions;
    private final Monitoring monitoring;

    MonitoringGapsJob(ClinicJobs jobs, SessionRepository sessions, Monitoring monitoring) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.monitoring = monitoring;
    }

    /** Every 30 s by default. */
    @Scheduled(every = "${stillpoint.jobs.monitoring-gaps:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        jobs.forEachClinic("monitoring-gaps",
                clinic -> sessions.underObservation().stream().map(TreatmentSession::id).forEach(monitoring::raiseMissedPoints));
    }
}
