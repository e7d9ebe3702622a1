package health.stillpoint.kit.audit;

import health.stillpoint.kit.operation.DatabaseUnavailable;
import health.stillpoint.kit.outbox.EventsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads and checks the running operation's clinic's chain. */
@ApplicationScoped
class AuditTrail {

    static final int CHUNK = 1000;

    private final DataSource database;
    private final EventsConfig events;
    private final CheckpointKey key;

    AuditTrail(DataSource database, EventsConfig events, CheckpointKey key) {
        this.database = database;
        this.events = events;
        this.key = key;
    }

    /**
     * What is looked for; null means any.
     *
     * @param from earliest recording, real time
     * @param to first moment that is too late
     */
    record Wanted(UUID aboutId, String subject, Instant from, Instant to) {
    }

    /** The newest rows before a position, newest first. */
    List<AuditEvent> newest(Wanted wanted, long before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("position < ?"));
        List<Object> values = new ArrayList<>(List.of(before));
        add(conditions, values, "about_id = ?", wanted.aboutId());
        add(conditions, values, "subject = ?", wanted.subject());
        add(conditions, values, "recorded_at >= ?", utc(wanted.from()));
        add(conditions, values, "recorded_at < ?", utc(wanted.to()));
        return select(String.join(" and ", conditions) + " order by position desc limit " + limit, values);
    }

    /** The next rows behind a position, oldest first. */
    List<AuditEvent> behind(long position) {
        return select("position > ? order by position limit " + CHUNK, List.of(position));
    }

    /** Checkpoints in order of position. */
    List<AuditCheckpoint> checkpoints() {
        String sql = "select clinic_id, position, hash, created_at, key_id, signature from audit_checkpoint order by position";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<AuditCheckpoint> found = new ArrayList<>();
            while (row.next()) {
                found.add(new AuditCheckpoint(row.getObject(1, UUID.class), events.sourceName(), row.getLong(2),
                        HexFormat.of().formatHex(row.getBytes(3)),
                        AuditEvent.text(row.getObject(4, OffsetDateTime.class).toInstant()), row.getString(5),
                        row.getString(6)));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** Walks the whole chain and compares it with every checkpoint. */
    Verification verify() {
        List<AuditCheckpoint> checkpoints = checkpoints();
        MessageDigest sha256 = AuditChain.sha256();
        long position = 0;
        String previous = AuditEvent.NOTHING_BEFORE;
        int next = 0;
        List<AuditEvent> chunk;
        do {
            chunk = behind(position);
            for (AuditEvent event : chunk) {
                String fault = fault(event, position + 1, previous, sha256);
                if (fault != null) {
                    return Verification.broken(position + 1, fault, checkpoints.size());
                }
                position = event.position();
                previous = event.hash();
                while (next < checkpoints.size() && checkpoints.get(next).position() == position) {
                    AuditCheckpoint checkpoint = checkpoints.get(next++);
                    if (!checkpoint.hash().equals(previous)) {
                        return Verification.broken(position, "CHECKPOINT_DIFFERS", checkpoints.size());
                    }
                    if (!key.holds(checkpoint)) {
                        return Verification.broken(position, "CHECKPOINT_SIGNATURE", checkpoints.size());
                    }
                }
            }
        } while (chunk.size() == CHUNK);
        return next < checkpoints.size()
                ? Verification.broken(position + 1, "TRUNCATED", checkpoints.size())
                : new Verification(true, position, null, null, checkpoints.size());
    }

    private static String fault(AuditEvent event, long position, String previous, MessageDigest sha256) {
        if (event.position() != position) {
            return "POSITION_MISSING";
        }
        if (!event.previousHash().equals(previous)) {
            return "PREVIOUS_HASH";
        }
        return event.expectedHash(sha256).equals(event.hash()) ? null : "HASH";
    }

    /**
     * What checking a chain found.
     *
     * @param positions rows that were found in order
     * @param firstBadPosition null when all is well
     * @param reason null when all is well; {@code POSITION_MISSING}, {@code PREVIOUS_HASH}, {@code HASH}, {@code TRUNCATED},
     *     {@code CHECKPOINT_DIFFERS} or {@code CHECKPOINT_SIGNATURE}
     * @param checkpoints how many were compared
     */
    public record Verification(boolean intact, long positions, Long firstBadPosition, String reason, int checkpoints) {

        static Verification broken(long position, String reason, int checkpoints) {
            return new Verification(false, position - 1, position, reason, checkpoints);
        }
    }

    private List<AuditEvent> select(String conditions, List<Object> values) {
        String sql = "select " + AuditChain.SEALED + " from audit_event where " + conditions;
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<AuditEvent> found = new ArrayList<>();
                while (row.next()) {
                    found.add(AuditChain.sealed(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
