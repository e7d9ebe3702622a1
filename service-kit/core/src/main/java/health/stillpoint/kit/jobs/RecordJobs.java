package health.stillpoint.kit.jobs;

import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outage.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Recurring work on single records, each in its own transaction: one that fails stops none of the others. */
@ApplicationScoped
public class RecordJobs {

    private static final Logger LOG = Logger.getLogger(RecordJobs.class);

    private final LockedClinicJobs jobs;
    private final ClinicOperations operations;

    RecordJobs(LockedClinicJobs jobs, ClinicOperations operations) {
        this.jobs = jobs;
        this.operations = operations;
    }

    /**
     * Works on the records of each clinic. A record whose work fails is rolled back and logged; the clinic's run then counts as
     * failed, after the others were done.
     *
     * @param job stable name of the job
     * @param due ids of the records of the running operation's clinic, read in a transaction that ends before the work begins
     * @param work on one record, in a transaction of its own: it looks again whether there is anything to do
     */
    public void forEach(String job, Supplier<List<UUID>> due, Consumer<UUID> work) {
        jobs.forEachClinicApart(job, clinic -> {
            List<UUID> records = new ArrayList<>();
            operations.sweep(clinic, job, "job." + job, () -> records.addAll(due.get()));
            List<UUID> failed = records.stream().filter(id -> !isDone(clinic, job, id, work)).toList();
            if (!failed.isEmpty()) {
                throw new IllegalStateException(failed.size() + " records failed");
            }
        });
    }

    private boolean isDone(UUID clinic, String job, UUID id, Consumer<UUID> work) {
        try {
            operations.sweep(clinic, job, "job." + job, () -> work.accept(id));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf("Job %s failed on %s in clinic %s: %s", job, id, clinic, RootCause.describe(e));
            LOG.debug("Job failure", e);
            return false;
        }
    }
}
