package health.stillpoint.kit.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.kit.audit.AuditDraft;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboxRow;
import health.stillpoint.kit.time.RealTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The two round trips of an operation. */
final class OperationSql {

    private static final String BIND = "select set_config('app.clinic_id', ?, true)";
    private static final String BEGIN = "select * from kit_begin(?, ?, ?, ?, ?)";
    private static final String END = "select kit_end(" + "?, ".repeat(31) + "?)";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };

    private OperationSql() {
    }

    /**
     * What a beginning finds.
     *
     * @param offsetSeconds how far the clinic's clock is ahead
     * @param locked false when another call with the same key is still running
     * @param first the first answer to this key, null when there was none
     * @param firstRoute route of the first call with this key
     * @param firstHash request hash of the first call with this key
     */
    record Begun(long offsetSeconds, boolean locked, IdempotentCall.Answer first, String firstRoute, byte[] firstHash) {

        static final Begun PLAIN = new Begun(0, true, null, null, null);
    }

    static Begun begin(Connection connection, UUID clinicId, boolean firstSeen, boolean sandbox, IdempotentCall call)
            throws SQLException {
        if (!firstSeen && !sandbox && call == null) {
            return bind(connection, clinicId);
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, clinicId);
            begin.setBoolean(2, firstSeen);
            begin.setBoolean(3, sandbox);
            begin.setString(4, call == null ? null : call.subject());
            begin.setString(5, call == null ? null : call.key());
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return new Begun(row.getLong("offset_seconds"), call == null || row.getBoolean("locked"), answer(row),
                        row.getString("route"), row.getBytes("request_hash"));
            }
        }
    }

    private static Begun bind(Connection connection, UUID clinicId) throws SQLException {
        try (PreparedStatement bind = connection.prepareStatement(BIND)) {
            bind.setString(1, clinicId.toString());
            bind.execute();
            return Begun.PLAIN;
        }
    }

    private static IdempotentCall.Answer answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return null;
        }
        try {
            return new IdempotentCall.Answer(status, JSON.readValue(row.getString("headers"), TEXTS), row.getBytes("body"));
        } catch (JsonProcessingException e) {
            throw new SQLException("A stored answer's headers cannot be read", e);
        }
    }

    /** Everything that commits with an operation. Parts that are null or empty are left out. */
    static void end(Connection connection, Operation operation, Service service, Outcome outcome, String problemCode,
            List<OutboxRow> events, boolean audited, IdempotentCall call, IdempotentCall.Answer answer) throws SQLException {
        if (!audited && events.isEmpty() && call == null) {
            return;
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setObject(1, operation.clinicId());
            events(connection, end, events);
            audit(end, operation, service, outcome, problemCode, audited);
            idempotency(end, call, answer);
            end.execute();
        }
    }

    /** Whether this transaction has written anything: PostgreSQL gives it a number only then. */
    static boolean hasWritten(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pg_current_xact_id_if_assigned() is not null");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void events(Connection connection, PreparedStatement end, List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            for (int i = 2; i <= 7; i++) {
                end.setNull(i, Types.ARRAY);
            }
            return;
        }
        end.setArray(2, connection.createArrayOf("uuid", rows.stream().map(OutboxRow::eventId).toArray()));
        end.setArray(3, connection.createArrayOf("text", rows.stream().map(OutboxRow::type).toArray()));
        end.setArray(4, connection.createArrayOf("uuid", rows.stream().map(OutboxRow::key).toArray()));
        end.setArray(5, connection.createArrayOf("int2", rows.stream().map(row -> (short) row.partition()).toArray()));
        end.setArray(6, connection.createArrayOf("text", rows.stream().map(OutboxRow::headers).toArray()));
        end.setArray(7, connection.createArrayOf("text", rows.stream().map(OutboxRow::payload).toArray()));
    }

    private static void audit(PreparedStatement end, Operation operation, Service service, Outcome outcome,
            String problemCode, boolean audited) throws SQLException {
        AuditDraft draft = operation.audit();
        Actor actor = operation.actor();
        end.setObject(8, audited ? Ids.next() : null, Types.OTHER);
        end.setObject(9, utc(operation.occurredAt()));
        end.setObject(10, utc(RealTime.now()));
        end.setString(11, Texts.plain(actor.subject()));
        end.setString(12, Texts.plain(actor.clientId()));
        end.setString(13, Texts.plain(actor.roles()));
        end.setString(14, draft.action());
        end.setString(15, draft.entityType());
        end.setObject(16, draft.entityId(), Types.OTHER);
        end.setObject(17, draft.aboutId(), Types.OTHER);
        end.setString(18, Texts.plain(draft.fieldNames()));
        end.setString(19, outcome.name());
        end.setString(20, problemCode);
        end.setString(21, actor.requestId());
        end.setString(22, actor.traceId());
        end.setString(23, actor.ip());
        end.setString(24, service.name());
        end.setString(25, service.version());
    }

    private static void idempotency(PreparedStatement end, IdempotentCall call, IdempotentCall.Answer answer)
            throws SQLException {
        end.setString(26, call == null ? null : call.subject());
        end.setString(27, call == null ? null : call.key());
        end.setString(28, call == null ? null : call.route());
        end.setBytes(29, call == null ? null : call.requestHash());
        end.setObject(30, answer == null ? null : (short) answer.status(), Types.SMALLINT);
        end.setString(31, answer == null ? null : headers(answer));
        end.setBytes(32, answer == null ? null : answer.body());
    }

    private static String headers(IdempotentCall.Answer answer) throws SQLException {
        try {
            return JSON.writeValueAsString(answer.headers());
        } catch (JsonProcessingException e) {
            throw new SQLException("An answer's headers cannot be stored", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
