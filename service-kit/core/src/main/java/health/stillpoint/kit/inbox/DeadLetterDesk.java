package health.stillpoint.kit.inbox;

import health.stillpoint.kit.outbox.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What operators do with dead letters: look at them, and apply one again once its cause is gone. */
@ApplicationScoped
class DeadLetterDesk {

    private static final int MOST_LISTED = 200;

    private final DataSource database;
    private final FactDispatcher dispatcher;
    private final InboxMetrics metrics;

    DeadLetterDesk(DataSource database, FactDispatcher dispatcher, InboxMetrics metrics) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
    }

    /** A dead letter without its value, which could hold anything. */
    record Listed(
            UUID id,
            UUID clinic,
            String topic,
            int partition,
            long offset,
            String eventId,
            String type,
            String key,
            String reason,
            String errorClass,
            Instant receivedAt,
            Instant replayedAt) {}

    /** What became of a replay; the reason tells why nothing was applied, else null. */
    record Replay(UUID id, Result result, String reason) {

        enum Result {
            APPLIED,
            NOT_FOUND,
            ALREADY_REPLAYED,
            STILL_IMPOSSIBLE
        }
    }

    /** The newest of those not yet replayed. */
    List<Listed> waiting() {
        String sql = """
                select id, clinic, topic, partition, "offset", headers ->> 'ce_id' as event_id,
                       headers ->> 'ce_type' as type, key, reason, error_class, received_at, replayed_at
                from dead_letter where replayed_at is null order by received_at desc, id desc limit ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, MOST_LISTED);
            try (ResultSet row = select.executeQuery()) {
                List<Listed> listed = new ArrayList<>();
                while (row.next()) {
                    listed.add(listed(row));
                }
                return listed;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getObject("clinic", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("key"),
                row.getString("reason"),
                row.getString("error_class"),
                instant(row, "received_at"),
                instant(row, "replayed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Applies a dead letter as if it had come now. It is marked in the transaction of its effect, so it works once. */
    Replay replay(UUID id) {
        Optional<IncomingFact> fact = fact(id);
        if (fact.isEmpty()) {
            return new Replay(id, Replay.Result.NOT_FOUND, null);
        }
        try {
            Outcome outcome = dispatcher.apply(fact.get(), () -> markReplayed(id));
            if (outcome == Outcome.SKIPPED) {
                return new Replay(id, Replay.Result.STILL_IMPOSSIBLE, "nothing handles its type");
            }
            metrics.count(outcome);
            return new Replay(id, Replay.Result.APPLIED, null);
        } catch (AlreadyReplayed e) {
            return new Replay(id, Replay.Result.ALREADY_REPLAYED, null);
        } catch (ImpossibleEvent e) {
            return new Replay(id, Replay.Result.STILL_IMPOSSIBLE, e.getMessage());
        } catch (RuntimeException e) {
            return new Replay(id, Replay.Result.STILL_IMPOSSIBLE, Failures.describe(e));
        }
    }

    private void markReplayed(UUID id) {
        String sql = "update dead_letter set replayed_at = clock_timestamp() where id = ? and replayed_at is null";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            if (update.executeUpdate() == 0) {
                throw new AlreadyReplayed();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Optional<IncomingFact> fact(UUID id) {
        String sql = "select topic, partition, \"offset\", key, headers, value from dead_letter where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(fact(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static IncomingFact fact(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return new IncomingFact(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                headers(row.getString("headers")),
                row.getBytes("value"));
    }

    @SuppressWarnings("unchecked") // written as an object of texts
    private static Map<String, String> headers(String json) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
        } catch (IOException e) {
            throw new ImpossibleEvent("headers unreadable");
        }
    }

    private static final class AlreadyReplayed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
