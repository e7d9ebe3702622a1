package health.stillpoint.session.integration;

import health.stillpoint.kit.jobs.ClinicJobs;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Raises overdue integration tasks; the clock survives crashes because due times are rows, not timers. */
@ApplicationScoped
class IntegrationDueJob {

    private final ClinicJobs jobs;
    private final IntegrationTasks tasks;

    IntegrationDueJob(ClinicJobs jobs, IntegrationTasks tasks) {
        this.jobs = jobs;
        this.tasks = tasks;
    }

    /** Every 15 s by default, so that overdue is told at most 60 s late (architecture, invariant 4). */
    @Scheduled(every = "${stillpoint.jobs.integration-overdue:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        jobs.forEachClinic("integration-overdue", clinic -> tasks.raiseOverdue());
    }
}
