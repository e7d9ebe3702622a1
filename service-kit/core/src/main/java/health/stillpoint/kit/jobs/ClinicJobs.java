package health.stillpoint.kit.jobs;

import java.util.UUID;
import java.util.function.Consumer;

/** Recurring work over all clinics; with several replicas only one runs a job at a time. */
public interface ClinicJobs {

    /**
     * Runs the body once for each known clinic, each in its own transaction in that clinic's context. A clinic whose body
     * fails is rolled back, logged and counted; the others still run. Returns at once if another replica runs this job.
     *
     * @param job stable name of the job
     */
    void forEachClinic(String job, Consumer<UUID> body);
}
