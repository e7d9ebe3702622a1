package health.stillpoint.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes the values out of dead letters that were replayed or dismissed some time ago: they may name a person. The rows stay, and
 * so do the values of those that are still open.
 */
@ApplicationScoped
class DeadLetterRetention {

    private static final Logger LOG = Logger.getLogger(DeadLetterRetention.class);
    private static final String CLEAR = """
            update dead_letter set value = null, cleared_at = clock_timestamp()
            where cleared_at is null and coalesce(replayed_at, dismissed_at) < clock_timestamp() - make_interval(secs => ?)""";

    private final DataSource database;
    private final InboxConfig config;

    DeadLetterRetention(DataSource database, InboxConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "${stillpoint.inbox.dead-letter-clear-every:1h}", delayed = "1m")
    void clear() {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(CLEAR)) {
            update.setDouble(1, config.deadLetterRetention().toSeconds());
            int cleared = update.executeUpdate();
            if (cleared > 0) {
                LOG.infof("Took the values out of %s dead letters", cleared);
            }
        } catch (SQLException e) {
            LOG.warnf("Dead letters keep their values until the next turn: SQLSTATE %s", e.getSQLState());
        }
    }
}
