package health.stillpoint.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Events this service has applied. */
@ApplicationScoped
class Inbox {

    private final DataSource database;
    private final String consumer;

    Inbox(DataSource database, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.database = database;
        this.consumer = consumer;
    }

    String consumer() {
        return consumer;
    }

    /**
     * Notes the event in the running transaction. When another replica is applying it at this moment, waits for that
     * transaction's end: so two readers of one partition never work on it out of step.
     *
     * @return false when it was applied before
     */
    boolean firstSighting(UUID eventId, UUID clinicId) {
        String sql = "insert into inbox (consumer, event_id, clinic_id) values (?, ?, ?) on conflict do nothing";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setObject(2, eventId);
            insert.setObject(3, clinicId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
