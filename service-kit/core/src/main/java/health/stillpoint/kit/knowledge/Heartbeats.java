package health.stillpoint.kit.knowledge;

import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.outbox.HeartbeatV1;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Takes in the heartbeats of other services. */
@ApplicationScoped
public class Heartbeats {

    private final DataSource database;
    private final int partitions;

    Heartbeats(DataSource database, EventsConfig config) {
        this.database = database;
        this.partitions = config.partitions();
    }

    /**
     * Notes that this partition has been applied up to the heartbeat. One that names another partition than it came on is
     * refused: it would vouch for facts that have not been read.
     */
    public void receive(String type, int partition, byte[] value) {
        HeartbeatV1 heartbeat = read(value);
        boolean plausible = heartbeat != null
                && heartbeat.sentAt() != null
                && heartbeat.partition() == partition
                && partition < partitions
                && type.equals(heartbeat.source() + ".heartbeat.v1");
        if (!plausible) {
            throw new ImpossibleEvent("heartbeat contradicts its place");
        }
        store(heartbeat);
    }

    private static HeartbeatV1 read(byte[] value) {
        try {
            return EventJson.read(value, HeartbeatV1.class);
        } catch (IOException e) {
            throw new ImpossibleEvent("heartbeat unreadable");
        }
    }

    private void store(HeartbeatV1 heartbeat) {
        String sql = """
                insert into knowledge (source, partition, sent_at, received_at) values (?, ?, ?, clock_timestamp())
                on conflict (source, partition) do update
                set sent_at = greatest(knowledge.sent_at, excluded.sent_at), received_at = excluded.received_at""";
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setString(1, heartbeat.source());
            upsert.setInt(2, heartbeat.partition());
            upsert.setObject(3, heartbeat.sentAt().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new KnowledgeUnavailable(e);
        }
    }
}
