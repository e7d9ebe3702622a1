package health.stillpoint.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** How many dead letters wait for an operator; those replayed or dismissed do not. */
@ApplicationScoped
class OpenDeadLetters {

    static final String OPEN = "stillpoint.inbox.dead-letters.open";

    private static final Logger LOG = Logger.getLogger(OpenDeadLetters.class);
    private static final String SQL = "select count(*) from dead_letter where replayed_at is null and dismissed_at is null";

    private final DataSource database;
    private volatile long count;

    OpenDeadLetters(DataSource database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder(OPEN, () -> count)
                .description("Dead letters that are neither replayed nor dismissed")
                .register(registry);
    }

    /** Counts them anew; other replicas bury, replay and dismiss too. */
    @Scheduled(every = "10s")
    void measure() {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(SQL)) {
            row.next();
            count = row.getLong(1);
        } catch (SQLException e) {
            LOG.debugf("Dead letters were not counted: SQLSTATE %s", e.getSQLState());
        }
    }

    long count() {
        return count;
    }
}
