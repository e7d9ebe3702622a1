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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads and checks the running operation's clinic's chain. */
@ApplicationScoped
class AuditTrail {

    static final int CHUNK = 1000;

    private final DataSource database;
    private final AuditConfig config;
    private final EventsConfig events;
    private final CheckpointKey key;

    AuditTrail(DataSource database, AuditConfig config, EventsConfig events, CheckpointKey key) {
        this.database = database;
        this.config = config;
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
    List<AuditEvent> behind(long position, int limit) {
        return select("position > ? order by position limit " + limit, List.of(position));
    }

    /** The next checkpoints behind a position, in order; none beyond the other one. */
    List<AuditCheckpoint> checkpoints(long behind, long upTo) {
        String sql = "select clinic_id, position, hash, created_at, key_id, signature from audit_checkpoint"
                + " where position > ? and position <= ? order by position limit " + CHUNK;
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, behind);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                List<AuditCheckpoint> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new AuditCheckpoint(row.getObject(1, UUID.class), events.sourceName(), row.getLong(2),
                            HexFormat.of().formatHex(row.getBytes(3)),
                            AuditEvent.text(row.getObject(4, OffsetDateTime.class).toInstant()), row.getString(5),
                            row.getString(6)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** The position that the last checkpoint names, 0 without any. */
    private long lastCheckpoint() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select coalesce(max(position), 0) from audit_checkpoint");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /**
     * A row that was reached and found right.
     *
     * @param position 0 before the first row
     */
    record Place(long position, String hash) {

        static final Place START = new Place(0, AuditEvent.NOTHING_BEFORE);
    }

    /** Walks the chain on from a place, a bounded way, and compares it with every checkpoint it passes. */
    Walk verify(Place from) {
        long promised = lastCheckpoint();
        MessageDigest sha256 = AuditChain.sha256();
        Place place = from;
        int compared = 0;
        int left = config.verifyAtOnce();
        while (left > 0) {
            int size = Math.min(left, CHUNK);
            List<AuditEvent> chunk = behind(place.position(), size);
            Map<Long, List<AuditCheckpoint>> checkpoints = chunk.isEmpty() ? Map.of()
                    : checkpoints(place.position(), chunk.getLast().position()).stream()
                            .collect(Collectors.groupingBy(AuditCheckpoint::position));
            for (AuditEvent event : chunk) {
                String fault = fault(event, place, sha256);
                if (fault != null) {
                    return Walk.broken(place.position() + 1, fault, compared);
                }
                place = new Place(event.position(), event.hash());
                for (AuditCheckpoint checkpoint : checkpoints.getOrDefault(event.position(), List.of())) {
                    compared++;
                    String difference = fault(checkpoint, event);
                    if (difference != null) {
                        return Walk.broken(event.position(), difference, compared);
                    }
                }
            }
            if (chunk.size() < size) {
                return promised > place.position()
                        ? Walk.broken(place.position() + 1, "TRUNCATED", compared)
                        : Walk.whole(place, compared);
            }
            left -= size;
        }
        return Walk.soFar(place, compared);
    }

    private String fault(AuditCheckpoint checkpoint, AuditEvent event) {
        if (!checkpoint.hash().equals(event.hash())) {
            return "CHECKPOINT_DIFFERS";
        }
        return key.holds(checkpoint) ? null : "CHECKPOINT_SIGNATURE";
    }

    private static String fault(AuditEvent event, Place before, MessageDigest sha256) {
        if (event.position() != before.position() + 1) {
            return "POSITION_MISSING";
        }
        if (!event.previousHash().equals(before.hash())) {
            return "PREVIOUS_HASH";
        }
        return event.expectedHash(sha256).equals(event.hash()) ? null : "HASH";
    }

    /**
     * What checking a way along a chain found.
     *
     * @param positions rows from the first one on that were found in order
     * @param firstBadPosition null when all is well
     * @param reason null when all is well; {@code POSITION_MISSING}, {@code PREVIOUS_HASH}, {@code HASH}, {@code TRUNCATED},
     *     {@code CHECKPOINT_DIFFERS} or {@code CHECKPOINT_SIGNATURE}
     * @param checkpoints how many were compared on this way
     * @param reached where to go on; null at the end of the chain and at the first fault
     */
    record Walk(boolean intact, long positions, Long firstBadPosition, String reason, int checkpoints, Place reached) {

        static Walk broken(long position, String reason, int checkpoints) {
            return new Walk(false, position - 1, position, reason, checkpoints, null);
        }

        static Walk whole(Place end, int checkpoints) {
            return new Walk(true, end.position(), null, null, checkpoints, null);
        }

        static Walk soFar(Place reached, int checkpoints) {
            return new Walk(true, reached.position(), null, null, checkpoints, reached);
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
