package health.stillpoint.session.alert;

import health.stillpoint.kit.jobs.ClinicJobs;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Passes on alerts that nobody has acknowledged. */
@ApplicationScoped
class AlertEscalationJob {

    private final ClinicJobs jobs;
    private final Alerts alerts;

    AlertEscalationJob(ClinicJobs jobs, Alerts alerts) {
        this.jobs = jobs;
        this.alerts = alerts;
    }

    /** Every 10 s by default. */
    @Scheduled(every = "${stillpoint.jobs.alert-escalation:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        jobs.forEachClinic("alert-escalation", clinic -> alerts.escalate());
    }
}
