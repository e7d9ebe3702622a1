package health.stillpoint.kit.knowledge;

import health.stillpoint.kit.outbox.EventsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Reads the heartbeats' table; both times are real ones, the present being the database's. */
@ApplicationScoped
class StoredKnowledge implements Knowledge {

    private static final String SQL = """
            select count(*), extract(epoch from clock_timestamp() - min(sent_at))
            from knowledge where source = ? and partition < ?""";

    private final DataSource database;
    private final int partitions;

    StoredKnowledge(DataSource database, EventsConfig config) {
        this.database = database;
        this.partitions = config.partitions();
    }

    @Override
    public Duration ageOf(String source) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setString(1, source);
            select.setInt(2, partitions);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1) < partitions ? NEVER : age(row.getDouble(2));
            }
        } catch (SQLException e) {
            throw new KnowledgeUnavailable(e);
        }
    }

    /** A heartbeat from a clock that is ahead counts as sent now. */
    private static Duration age(double seconds) {
        return Duration.ofMillis(Math.max(0, (long) (seconds * 1000)));
    }
}
