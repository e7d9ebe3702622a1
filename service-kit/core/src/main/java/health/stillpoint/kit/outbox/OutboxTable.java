package health.stillpoint.kit.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The outbox as the relay role sees it: the events of all clinics, in the order of their numbers. */
final class OutboxTable {

    /** First half of the advisory lock's key; the second is the partition. Spells "outb". */
    private static final int LOCKS = 0x6f757462;

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** A stored event and the record it becomes. */
    record Stored(long number, ProducerRecord<byte[], byte[]> message) {}

    /**
     * Locks every partition that no other relay holds, until this transaction ends. A statement of its own: the rows must
     * be read by a later one, or a row deleted by the lock's last holder could still be seen.
     */
    List<Integer> lockPartitions(int partitions) throws SQLException {
        String sql = "select p from generate_series(0, ? - 1) as p where pg_try_advisory_xact_lock(?, p)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, partitions);
            select.setInt(2, LOCKS);
            List<Integer> locked = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    locked.add(rows.getInt(1));
                }
            }
            return locked;
        }
    }

    List<Stored> oldest(List<Integer> partitions, int limit, String ownTopic) throws SQLException {
        String sql = """
                select id, coalesce(topic, ?) as topic, partition, key, headers, payload, topic is null as own
                from outbox where partition = any (?) order by id limit ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, ownTopic);
            select.setArray(2, connection.createArrayOf("int4", partitions.toArray()));
            select.setInt(3, limit);
            List<Stored> stored = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.add(new Stored(row.getLong("id"), message(row)));
                }
            }
            return stored;
        }
    }

    private static ProducerRecord<byte[], byte[]> message(ResultSet row) throws SQLException {
        String key = row.getString("key");
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                row.getString("topic"),
                row.getBoolean("own") ? Integer.valueOf(row.getInt("partition")) : null,
                key == null ? null : utf8(key),
                utf8(row.getString("payload")));
        headers(row.getString("headers")).forEach((name, text) -> message.headers().add(name, utf8(text)));
        return message;
    }

    @SuppressWarnings("unchecked") // the column holds an object of texts
    private static Map<String, String> headers(String json) {
        try {
            return EventJson.read(utf8(json), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void delete(List<Stored> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", sent.stream().map(Stored::number).toArray()));
            delete.executeUpdate();
        }
    }

    /**
     * Adds a heartbeat to each partition that has none waiting. Its time is this transaction's beginning: whatever was
     * committed by then has a lower number, so it is published before.
     */
    void addHeartbeats(String source, int partitions) throws SQLException {
        Instant now = transactionTime();
        String type = source + ".heartbeat.v1";
        String sql = """
                insert into outbox (partition, event_id, type, headers, payload)
                select ?, ?, ?, ?::jsonb, ?
                where not exists (select from outbox where partition = ? and type = ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int partition = 0; partition < partitions; partition++) {
                UUID id = UUID.randomUUID();
                insert.setInt(1, partition);
                insert.setObject(2, id);
                insert.setString(3, type);
                insert.setString(
                        4, EventJson.write(OutboxRow.headers(id, type, source, "partition-" + partition, now, now)));
                insert.setString(5, EventJson.write(new HeartbeatV1(source, partition, now)));
                insert.setInt(6, partition);
                insert.setString(7, type);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Instant transactionTime() throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    void measure(OutboxMetrics metrics) throws SQLException {
        String sql = """
                select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox""";
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            metrics.standsAt(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1000)));
        }
    }
}
