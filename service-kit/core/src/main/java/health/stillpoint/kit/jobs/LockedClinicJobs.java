package health.stillpoint.kit.jobs;

import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outage.RootCause;
import health.stillpoint.kit.tenancy.RelayConnections;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps replicas apart by an advisory lock that ends with its transaction, so also with the process that held it. The
 * lock guards against double work, not against double effect: a replica that was paused may go on when another has begun,
 * and then row locks and versions decide, as between any two transactions.
 */
@ApplicationScoped
class LockedClinicJobs implements ClinicJobs {

    static final String RUNS = "stillpoint.jobs.clinics";

    private static final Logger LOG = Logger.getLogger(LockedClinicJobs.class);

    private final RelayConnections connections;
    private final ClinicOperations operations;
    private final MeterRegistry metrics;

    LockedClinicJobs(RelayConnections connections, ClinicOperations operations, MeterRegistry metrics) {
        this.connections = connections;
        this.operations = operations;
        this.metrics = metrics;
    }

    @Override
    public void forEachClinic(String job, Consumer<UUID> body) {
        forEachClinicApart(job, clinic -> operations.sweep(clinic, job, "job." + job, () -> body.accept(clinic)));
    }

    /** The same without a transaction around the body, which begins its own. */
    void forEachClinicApart(String job, Consumer<UUID> body) {
        try (Connection connection = connections.open()) {
            try {
                if (lock(connection, job)) {
                    List<UUID> clinics = KnownClinics.of(connection);
                    clinics.forEach(clinic -> runIn(clinic, job, body));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.warnf("Job %s waits for its next turn: SQLSTATE %s", job, e.getSQLState());
            metrics.counter(RUNS, "job", job, "outcome", "failed").increment();
        }
    }

    private static boolean lock(Connection connection, String job) throws SQLException {
        String sql = "select pg_try_advisory_xact_lock(hashtextextended('stillpoint.job.' || ?, 0))";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void runIn(UUID clinic, String job, Consumer<UUID> body) {
        try {
            body.accept(clinic);
            metrics.counter(RUNS, "job", job, "outcome", "done").increment();
        } catch (RuntimeException e) {
            metrics.counter(RUNS, "job", job, "outcome", "failed").increment();
            LOG.errorf("Job %s failed in clinic %s: %s", job, clinic, RootCause.describe(e));
            LOG.debug("Job failure", e);
        }
    }
}
