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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two round trips of an operation. Statements joined by a semicolon go to the database together, and each sees what was committed
 * until its own turn: the first answer to a key is looked for only once its lock is held.
 */
final class OperationSql {

    private static final String BIND = "select set_config('app.clinic_id', ?, true)";
    private static final String MEET = "insert into known_clinic (id) values (?) on conflict do nothing";
    private static final String OFFSET = "select offset_seconds from sandbox_clock where clinic_id = ?";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 1)) as locked";
    private static final String FIRST_ANSWER = """
            select route, request_hash, status, headers, body, created_at < now() - interval '24 hours' as forgotten
              from idempotency_key where clinic_id = ? and subject = ? and key = ?""";
    private static final String FORGET = "delete from idempotency_key where clinic_id = ? and subject = ? and key = ?";

    private static final String AUDIT = """
            insert into audit_pending (clinic_id, event_id, occurred_at, recorded_at, subject, client_id, roles, action, entity_type, entity_id,
                about_id, fields, outcome, problem_code, request_id, trace_id, ip, service, version)
            values (?""" + ", ?".repeat(18) + ")";
    private static final String ANSWER = """
            insert into idempotency_key (clinic_id, subject, key, route, request_hash, status, headers, body)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";
    /**
     * Events of one key commit in the order of their numbers, since their writers wait for each other here until they commit. Keys are
     * locked in one order, so two writers never wait for each other crosswise.
     */
    private static final String IN_ORDER = """
            select pg_advisory_xact_lock(k)
              from (select distinct hashtextextended(u::text, 2) as k from unnest(?::uuid[]) as u order by 1) as keys""";
    private static final String EVENTS = """
            insert into outbox (clinic_id, partition, event_id, type, key, headers, payload)
            select ?::uuid, e.partition, e.id, e.type, e.key, e.headers::jsonb, e.payload
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::smallint[], ?::text[], ?::text[])
                   with ordinality as e(id, type, key, partition, headers, payload, position)
             order by e.position""";
    private static final String COMMIT = "commit";

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
    }

    /** Binds the transaction to a clinic; reads its clock's offset and, for a call with a key, its first answer. */
    static Begun begin(Connection connection, UUID clinicId, boolean firstSeen, boolean sandbox, IdempotentCall call)
            throws SQLException {
        String sql = Stream.of(BIND, firstSeen ? MEET : null, sandbox ? OFFSET : null, call == null ? null : LOCK, call == null ? null : FIRST_ANSWER)
                .filter(Objects::nonNull).collect(Collectors.joining("; "));
        try (PreparedStatement begin = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(begin).text(clinicId.toString());
            if (firstSeen) {
                parameters.uuid(clinicId);
            }
            if (sandbox) {
                parameters.uuid(clinicId);
            }
            if (call != null) {
                parameters.text(clinicId + call.subject() + "/" + call.key()).uuid(clinicId).text(call.subject()).text(call.key());
            }
            begin.execute();
            if (firstSeen) {
                begin.getMoreResults();
            }
            long offset = sandbox ? offset(begin) : 0;
            return call == null ? new Begun(offset, true, null, null, null) : begun(connection, begin, clinicId, offset, call);
        }
    }

    private static long offset(PreparedStatement begin) throws SQLException {
        begin.getMoreResults();
        try (ResultSet row = begin.getResultSet()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Begun begun(Connection connection, PreparedStatement begin, UUID clinicId, long offset, IdempotentCall call)
            throws SQLException {
        begin.getMoreResults();
        boolean locked;
        try (ResultSet row = begin.getResultSet()) {
            locked = row.next() && row.getBoolean("locked");
        }
        begin.getMoreResults();
        try (ResultSet row = begin.getResultSet()) {
            if (!locked || !row.next()) {
                return new Begun(offset, locked, null, null, null);
            }
            if (row.getBoolean("forgotten")) {
                forget(connection, clinicId, call);
                return new Begun(offset, true, null, null, null);
            }
            return new Begun(offset, true, answer(row), row.getString("route"), row.getBytes("request_hash"));
        }
    }

    /** The row of a key that may be used anew. */
    private static void forget(Connection connection, UUID clinicId, IdempotentCall call) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            new Parameters(delete).uuid(clinicId).text(call.subject()).text(call.key());
            delete.executeUpdate();
        }
    }

    private static IdempotentCall.Answer answer(ResultSet row) throws SQLException {
        try {
            return new IdempotentCall.Answer(row.getInt("status"), JSON.readValue(row.getString("headers"), TEXTS), row.getBytes("body"));
        } catch (JsonProcessingException e) {
            throw new SQLException("A stored answer's headers cannot be read", e);
        }
    }

    /**
     * Writes what commits with an operation, and commits. Parts that are null or empty are left out.
     *
     * @param last the work's own last statements
     * @return false when there was nothing to write: then nothing is committed yet
     */
    static boolean end(Connection connection, Operation operation, Service service, Outcome outcome, String problemCode,
            List<LastStatement> last, List<OutboxRow> events, boolean audited, IdempotentCall call, IdempotentCall.Answer answer)
            throws SQLException {
        if (last.isEmpty() && !audited && events.isEmpty() && call == null) {
            return false;
        }
        Stream<String> ours = Stream.of(audited ? AUDIT : null, call == null ? null : ANSWER, events.isEmpty() ? null : IN_ORDER,
                events.isEmpty() ? null : EVENTS, COMMIT);
        String sql = Stream.concat(last.stream().map(LastStatement::sql), ours).filter(Objects::nonNull).collect(Collectors.joining("; "));
        try (PreparedStatement end = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(end);
            for (LastStatement statement : last) {
                parameters.of(statement);
            }
            if (audited) {
                audit(parameters, operation, service, outcome, problemCode);
            }
            if (call != null) {
                answer(parameters, operation.clinicId(), call, answer);
            }
            if (!events.isEmpty()) {
                events(parameters, operation.clinicId(), events);
            }
            end.execute();
            return true;
        }
    }

    /** Whether this transaction has written anything: PostgreSQL gives it a number only then. */
    static boolean hasWritten(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select pg_current_xact_id_if_assigned() is not null");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void audit(Parameters parameters, Operation operation, Service service, Outcome outcome, String problemCode)
            throws SQLException {
        AuditDraft draft = operation.audit();
        Actor actor = operation.actor();
        parameters.uuid(operation.clinicId()).uuid(Ids.next()).moment(operation.occurredAt()).moment(RealTime.now())
                .text(Texts.plain(actor.subject())).text(Texts.plain(actor.clientId())).text(Texts.plain(actor.roles()))
                .text(draft.action()).text(draft.entityType()).uuid(draft.entityId()).uuid(draft.aboutId())
                .text(Texts.plain(draft.fieldNames())).text(outcome.name()).text(problemCode)
                .text(actor.requestId()).text(actor.traceId()).text(actor.ip()).text(service.name()).text(service.version());
    }

    private static void answer(Parameters parameters, UUID clinicId, IdempotentCall call, IdempotentCall.Answer answer) throws SQLException {
        parameters.uuid(clinicId).text(call.subject()).text(call.key()).text(call.route()).bytes(call.requestHash())
                .small(answer.status()).text(headers(answer)).bytes(answer.body());
    }

    private static void events(Parameters parameters, UUID clinicId, List<OutboxRow> rows) throws SQLException {
        Object[] keys = rows.stream().map(OutboxRow::key).toArray();
        parameters.array("uuid", keys).uuid(clinicId)
                .array("uuid", rows.stream().map(OutboxRow::eventId).toArray())
                .array("text", rows.stream().map(OutboxRow::type).toArray())
                .array("uuid", keys)
                .array("int2", rows.stream().map(row -> (short) row.partition()).toArray())
                .array("text", rows.stream().map(OutboxRow::headers).toArray())
                .array("text", rows.stream().map(OutboxRow::payload).toArray());
    }

    private static String headers(IdempotentCall.Answer answer) throws SQLException {
        try {
            return JSON.writeValueAsString(answer.headers());
        } catch (JsonProcessingException e) {
            throw new SQLException("An answer's headers cannot be stored", e);
        }
    }

    /** Binds values one after the other. */
    private static final class Parameters {

        private final PreparedStatement statement;
        private int position;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void of(LastStatement other) throws SQLException {
            other.values().bind(statement, position + 1);
            position += other.parameters();
        }

        Parameters text(String value) throws SQLException {
            statement.setString(++position, value);
            return this;
        }

        Parameters uuid(UUID value) throws SQLException {
            statement.setObject(++position, value, Types.OTHER);
            return this;
        }

        Parameters moment(Instant value) throws SQLException {
            statement.setObject(++position, value.atOffset(ZoneOffset.UTC));
            return this;
        }

        Parameters bytes(byte[] value) throws SQLException {
            statement.setBytes(++position, value);
            return this;
        }

        Parameters small(int value) throws SQLException {
            statement.setObject(++position, (short) value, Types.SMALLINT);
            return this;
        }

        Parameters array(String type, Object[] values) throws SQLException {
            statement.setArray(++position, statement.getConnection().createArrayOf(type, values));
            return this;
        }
    }
}
