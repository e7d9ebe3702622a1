package health.stillpoint.kit.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The chains as the relay role sees them. Every method belongs to the transaction of its connection. */
final class AuditChain {

    /** Columns that a waiting and a sealed row have in common, in one order. */
    private static final String COMMON = "occurred_at, recorded_at, subject, client_id, roles, action, entity_type, entity_id,"
            + " about_id, fields, outcome, problem_code, request_id, trace_id, ip, service, version";
    static final String SEALED = "clinic_id, position, id, " + COMMON + ", previous_hash, hash";

    /** Ours: a round looks no further; a clinic all of whose rows are younger waits until these are sealed. */
    private static final int MOST_LOOKED_AT = 100_000;
    private static final String TAKE = "select id, event_id, " + COMMON + " from audit_pending where clinic_id = ? order by id limit ?";
    /** The rows never leave the database again: only what was computed from them comes back. */
    private static final String MOVE = "with taken as (delete from audit_pending p"
            + " using unnest(?::bigint[], ?::bytea[], ?::bytea[]) with ordinality as s(id, previous_hash, hash, place)"
            + " where p.id = s.id returning p.*, s.previous_hash, s.hash, s.place)"
            + " insert into audit_event (" + SEALED + ") select clinic_id, ? + place, event_id, " + COMMON
            + ", previous_hash, hash from taken";

    private final Connection connection;

    AuditChain(Connection connection) {
        this.connection = connection;
    }

    /** Clinics with rows that are not in their chain yet. By the index: a scan of the table would pass every row sealed since it was vacuumed. */
    List<UUID> waiting() throws SQLException {
        return clinics("select distinct clinic_id from (select clinic_id from audit_pending order by id limit " + MOST_LOOKED_AT + ") as oldest");
    }

    /** Clinics whose chain has grown since its last checkpoint. */
    List<UUID> grown() throws SQLException {
        return clinics("""
                select k.id from known_clinic k where
                  coalesce((select max(position) from audit_event e where e.clinic_id = k.id), 0)
                  > coalesce((select max(position) from audit_checkpoint c where c.clinic_id = k.id), 0)""");
    }

    private List<UUID> clinics(String sql) throws SQLException {
        List<UUID> clinics = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                clinics.add(row.getObject(1, UUID.class));
            }
        }
        return clinics;
    }

    /** Age of the oldest unsealed row in seconds of real time, 0 when there is none. */
    double oldestWaitingSeconds() throws SQLException {
        String sql = "select extract(epoch from clock_timestamp() - recorded_at) from audit_pending order by id limit 1";
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getDouble(1) : 0;
        }
    }

    /** Makes this transaction the only one that works on the clinic's chain; false when another one does. */
    boolean lock(UUID clinicId) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 3))")) {
            lock.setString(1, clinicId.toString());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The last row's position and hash. */
    record Head(long position, String hash) {
    }

    Head head(UUID clinicId) throws SQLException {
        String sql = "select position, hash from audit_event where clinic_id = ? order by position desc limit 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, clinicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
                        : new Head(0, AuditEvent.NOTHING_BEFORE);
            }
        }
    }

    /** Moves the oldest waiting rows of a clinic behind the head; answers how many. The clinic must be locked. */
    int seal(UUID clinicId, int limit) throws SQLException {
        Head head = head(clinicId);
        MessageDigest sha256 = sha256();
        List<Long> taken = new ArrayList<>();
        List<byte[]> previousHashes = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        String previous = head.hash();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, clinicId);
            take.setInt(2, limit);
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getLong("id"));
                    String hash = event(row, clinicId, head.position() + taken.size(), row.getObject("event_id", UUID.class), previous, "")
                            .expectedHash(sha256);
                    previousHashes.add(HexFormat.of().parseHex(previous));
                    hashes.add(HexFormat.of().parseHex(hash));
                    previous = hash;
                }
            }
        }
        if (!taken.isEmpty()) {
            move(head.position(), taken, previousHashes, hashes);
        }
        return taken.size();
    }

    private void move(long head, List<Long> taken, List<byte[]> previousHashes, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, connection.createArrayOf("int8", taken.toArray()));
            move.setArray(2, connection.createArrayOf("bytea", previousHashes.toArray(byte[][]::new)));
            move.setArray(3, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            move.setLong(4, head);
            if (move.executeUpdate() != taken.size()) {
                throw new SQLException("An unsealed audit row vanished while its chain was locked");
            }
        }
    }

    /** A sealed row as it stands in the table. */
    static AuditEvent sealed(ResultSet row) throws SQLException {
        return event(row, row.getObject("clinic_id", UUID.class), row.getLong("position"), row.getObject("id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("previous_hash")), HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static AuditEvent event(ResultSet row, UUID clinicId, long position, UUID id, String previousHash, String hash)
            throws SQLException {
        return new AuditEvent(clinicId, position, id,
                AuditEvent.text(row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
                AuditEvent.text(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("subject"), row.getString("client_id"), row.getString("roles"), row.getString("action"),
                row.getString("entity_type"), row.getObject("entity_id", UUID.class), row.getObject("about_id", UUID.class),
                row.getString("fields"), row.getString("outcome"), row.getString("problem_code"),
                row.getString("request_id"), row.getString("trace_id"), row.getString("ip"), row.getString("service"),
                row.getString("version"), previousHash, hash);
    }

    /** Keeps a checkpoint here and sends it out through the outbox. */
    void keep(AuditCheckpoint checkpoint, Instant at, String topic, String headers, String payload, UUID eventId)
            throws SQLException {
        String keep = "insert into audit_checkpoint (clinic_id, position, hash, created_at, key_id, signature)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(keep)) {
            insert.setObject(1, checkpoint.clinicId());
            insert.setLong(2, checkpoint.position());
            insert.setBytes(3, HexFormat.of().parseHex(checkpoint.hash()));
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, checkpoint.keyId());
            insert.setString(6, checkpoint.signature());
            insert.executeUpdate();
        }
        String send = "insert into outbox (clinic_id, partition, topic, event_id, type, key, headers, payload)"
                + " values (?, 0, ?, ?, ?, ?, ?::jsonb, ?)";
        try (PreparedStatement insert = connection.prepareStatement(send)) {
            insert.setObject(1, checkpoint.clinicId());
            insert.setString(2, topic);
            insert.setObject(3, eventId);
            insert.setString(4, checkpoint.service() + ".audit-checkpoint.v1");
            insert.setObject(5, checkpoint.clinicId());
            insert.setString(6, headers);
            insert.setString(7, payload);
            insert.executeUpdate();
        }
    }


    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
