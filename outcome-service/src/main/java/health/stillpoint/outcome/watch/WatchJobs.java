package health.stillpoint.outcome.watch;

import health.stillpoint.kit.jobs.ClinicJobs;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.safetyalert.SafetyAlerts;
import health.stillpoint.outcome.safetyalert.domain.EscalationPolicy;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at windows and alerts of every clinic, on that clinic's time. */
@ApplicationScoped
public class WatchJobs {

    private final ClinicJobs jobs;
    private final Assessments assessments;
    private final SafetyAlerts alerts;
    private final SafetyWatch watch;
    private final EscalationPolicy escalation;

    WatchJobs(ClinicJobs jobs, Assessments assessments, SafetyAlerts alerts, SafetyWatch watch, WatchConfig config) {
        this.jobs = jobs;
        this.assessments = assessments;
        this.alerts = alerts;
        this.watch = watch;
        WatchConfig.Escalation allowed = config.escalation();
        this.escalation = new EscalationPolicy(allowed.amber(), allowed.orange(), allowed.red());
    }

    @Scheduled(every = "${stillpoint.outcome.watch.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void run() {
        jobs.forEachClinic("assessment-windows", _ -> {
            assessments.announceOpened();
            watch.hearMissedAssessments();
        });
        jobs.forEachClinic("safety-alerts", _ -> {
            watch.hearUnansweredIdeation();
            alerts.escalateUnheard(escalation);
        });
    }
}
