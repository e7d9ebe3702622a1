package health.stillpoint.kit.inbox;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outage.RootCause;
import health.stillpoint.kit.outbox.EventJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.jboss.logging.Logger;

/**
 * What operators do with dead letters: look at them, apply one again once its cause is gone, or dismiss one that can never be
 * applied.
 *
 * <pre>
 *   open -> replayed
 *     +---> dismissed
 * </pre>
 */
@ApplicationScoped
class DeadLetterDesk {

    private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);
    private static final int MOST_LISTED = 200;

    private final DataSource database;
    private final FactDispatcher dispatcher;
    private final ClinicOperations operations;
    private final AuditDetail audit;
    private final InboxMetrics metrics;
    private final OpenDeadLetters open;

    DeadLetterDesk(
            DataSource database,
            FactDispatcher dispatcher,
            ClinicOperations operations,
            AuditDetail audit,
            InboxMetrics metrics,
            OpenDeadLetters open) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.operations = operations;
        this.audit = audit;
        this.metrics = metrics;
        this.open = open;
    }

    /** Where a letter stands. */
    enum State {
        OPEN("replayed_at is null and dismissed_at is null"),
        REPLAYED("replayed_at is not null"),
        DISMISSED("dismissed_at is not null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }
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
            Instant replayedAt,
            Instant dismissedAt,
            String dismissedBy,
            String dismissalReason) {}

    /** What became of a replay or a dismissal; the reason tells why nothing was applied, else null. */
    record Handled(UUID id, Result result, String reason) {

        enum Result {
            APPLIED,
            DISMISSED,
            NOT_FOUND,
            ALREADY_REPLAYED,
            ALREADY_DISMISSED,
            STILL_IMPOSSIBLE
        }
    }

    private record Letter(State state, UUID clinic, IncomingFact fact) {}

    /** The newest of those in this state. */
    List<Listed> list(State state) {
        String sql = """
                select id, clinic, topic, partition, "offset", headers ->> 'ce_id' as event_id,
                       headers ->> 'ce_type' as type, key, reason, error_class, received_at, replayed_at,
                       dismissed_at, dismissed_by, dismissal_reason
                from dead_letter where %s order by received_at desc, id desc limit ?""".formatted(state.condition);
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
                instant(row, "replayed_at"),
                instant(row, "dismissed_at"),
                row.getString("dismissed_by"),
                row.getString("dismissal_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Applies a dead letter as if it had come now. It is marked in the transaction of its effect, so it works once. */
    Handled replay(UUID id) {
        Optional<Letter> letter = letter(id);
        if (letter.map(Letter::state).filter(State.OPEN::equals).isEmpty()) {
            return new Handled(id, notOpen(letter), null);
        }
        try {
            Outcome outcome = dispatcher.apply(letter.get().fact(), () -> markReplayed(id));
            if (outcome == Outcome.SKIPPED) {
                return new Handled(id, Handled.Result.STILL_IMPOSSIBLE, "nothing handles its type");
            }
            metrics.count(outcome);
            open.measure();
            return new Handled(id, Handled.Result.APPLIED, null);
        } catch (NoLongerOpen e) {
            return new Handled(id, notOpen(letter(id)), null);
        } catch (ImpossibleEvent e) {
            return new Handled(id, Handled.Result.STILL_IMPOSSIBLE, e.getMessage());
        } catch (RuntimeException e) {
            return new Handled(id, Handled.Result.STILL_IMPOSSIBLE, RootCause.describe(e));
        }
    }

    /**
     * Gives a letter up for good. It stays, with who gave it up and why, but nobody waits for it any longer. Recorded in the
     * audit trail of the clinic it claims, if the service knows that clinic.
     */
    Handled dismiss(UUID id, String operator, String reason) {
        Optional<Letter> letter = letter(id);
        if (letter.map(Letter::state).filter(State.OPEN::equals).isEmpty()) {
            return new Handled(id, notOpen(letter), null);
        }
        try {
            UUID clinic = letter.get().clinic();
            if (clinic != null && isKnown(clinic)) {
                operations.inClinic(clinic, "operator:" + operator, "dead-letter.dismiss", () -> {
                    audit.entity("DeadLetter", id).fields("dismissalReason");
                    markDismissed(id, operator, reason);
                    return null;
                });
            } else {
                QuarkusTransaction.requiringNew().run(() -> markDismissed(id, operator, reason));
            }
        } catch (NoLongerOpen e) {
            return new Handled(id, notOpen(letter(id)), null);
        }
        LOG.warnf("Dead letter %s, %s, was dismissed by %s", id, letter.get().fact(), operator);
        open.measure();
        return new Handled(id, Handled.Result.DISMISSED, null);
    }

    private static Handled.Result notOpen(Optional<Letter> letter) {
        return letter.map(Letter::state)
                .map(state -> state == State.DISMISSED ? Handled.Result.ALREADY_DISMISSED : Handled.Result.ALREADY_REPLAYED)
                .orElse(Handled.Result.NOT_FOUND);
    }

    private void markReplayed(UUID id) {
        mark("update dead_letter set replayed_at = clock_timestamp() where id = ? and " + State.OPEN.condition, id);
    }

    private void markDismissed(UUID id, String operator, String reason) {
        mark("update dead_letter set dismissed_by = ?, dismissal_reason = ?, dismissed_at = clock_timestamp() where id = ? and "
                + State.OPEN.condition, operator, reason, id);
    }

    private void mark(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            if (update.executeUpdate() == 0) {
                throw new NoLongerOpen();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** What a letter claims is unproven: it must not make a clinic known. */
    private boolean isKnown(UUID clinic) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select exists (select from known_clinic where id = ?)")) {
            select.setObject(1, clinic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Optional<Letter> letter(UUID id) {
        String sql = """
                select topic, partition, "offset", key, headers, value, clinic, replayed_at, dismissed_at
                from dead_letter where id = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Letter(state(row), row.getObject("clinic", UUID.class), fact(row)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static State state(ResultSet row) throws SQLException {
        if (instant(row, "dismissed_at") != null) {
            return State.DISMISSED;
        }
        return instant(row, "replayed_at") == null ? State.OPEN : State.REPLAYED;
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

    /** Somebody else was first. */
    private static final class NoLongerOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
