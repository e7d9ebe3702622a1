package health.stillpoint.kit.operation;

import health.stillpoint.kit.audit.AuditDraft;
import health.stillpoint.kit.bench.BenchConfig;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.outbox.OutboxRow;
import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.sandbox.SandboxConfig;
import health.stillpoint.kit.time.RealTime;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Runs operations: one transaction bound to one clinic, with one round trip before the work and one after it.
 *
 * <pre>
 *   begin (clinic, clock, first answer) -> work -> flush -> end (audit, first answer, events, commit) -> bell
 *     | first answer found                   | thrown
 *     +-> audit as REPLAYED -> commit        +-> rollback; a request's refusal is audited by itself
 * </pre>
 */
@ApplicationScoped
public class ClinicOperations {

    private static final Logger LOG = Logger.getLogger(ClinicOperations.class);

    private final Transactions transactions;
    private final DataSource database;
    private final Instance<Session> sessions;
    private final Service service;
    private final EventsConfig events;
    private final SandboxConfig sandbox;
    private final BenchConfig bench;
    private final OutboxBell bell;
    private final Set<UUID> seenClinics = ConcurrentHashMap.newKeySet();

    ClinicOperations(Transactions transactions, DataSource database, Instance<Session> sessions, Service service,
            EventsConfig events, SandboxConfig sandbox, BenchConfig bench, OutboxBell bell) {
        this.transactions = transactions;
        this.database = database;
        this.sessions = sessions;
        this.service = service;
        this.events = events;
        this.sandbox = sandbox;
        this.bench = bench;
        this.bell = bell;
    }

    /**
     * Runs the body in one new transaction that sees this clinic alone, then audits it and commits.
     *
     * @param clinicId the clinic
     * @param actor who is doing it, for the audit trail: the name of the consumer or job
     * @param action what is done, for the audit trail
     * @param body the work; when it throws, everything is rolled back
     */
    public <T> T inClinic(UUID clinicId, String actor, String action, Supplier<T> body) {
        Operation operation = new Operation(clinicId, Actor.ownWork(actor), new AuditDraft(action, "", null));
        return unchecked(() -> withRequestContext(() -> run(operation, null, false, Audited.ALWAYS, body::get, _ -> null)));
    }

    /**
     * The same for work that looks every few seconds and mostly finds nothing to do: a look that changed no row leaves no
     * audit row, anything else does.
     */
    public void sweep(UUID clinicId, String actor, String action, Runnable body) {
        Operation operation = new Operation(clinicId, Actor.ownWork(actor), new AuditDraft(action, "", null));
        unchecked(() -> withRequestContext(
                () -> run(operation, null, false, Audited.WHEN_CHANGED, Executors.callable(body), _ -> null)));
    }

    /**
     * Goes on with an operation that was audited already, such as the later pages of an export: a new transaction in the
     * same clinic that changes nothing.
     */
    public <T> T continued(UUID clinicId, Supplier<T> body) {
        Operation operation = new Operation(clinicId, Actor.ownWork(""), new AuditDraft("", "", null));
        return unchecked(() -> run(operation, null, true, Audited.NEVER, body::get, _ -> null));
    }

    /** A request's operation; the answer is what is kept under its key. */
    <T> T request(Operation operation, IdempotentCall call, boolean readOnly, Callable<T> body,
            Function<T, IdempotentCall.Answer> answer) throws Exception {
        return run(operation, bench.with(BenchConfig.Part.IDEMPOTENCY) ? call : null, readOnly, Audited.ALWAYS,
                body, answer);
    }

    /** Audits a refusal, in a transaction of its own. */
    void refused(Operation operation, Outcome outcome, String problemCode) throws Exception {
        if (!bench.with(BenchConfig.Part.AUDIT)) {
            return;
        }
        transactions.inNew(() -> {
            connected(operation, connection -> {
                begin(connection, operation, null);
                end(connection, operation, outcome, problemCode, List.of(), List.of(), true, null, null);
            });
            return null;
        }, operation::isCommitted);
    }

    private <T> T run(Operation operation, IdempotentCall call, boolean readOnly, Audited wanted, Callable<T> body,
            Function<T, IdempotentCall.Answer> answer) throws Exception {
        Audited audited = bench.with(BenchConfig.Part.AUDIT) ? wanted : Audited.NEVER;
        T result = operation.run(() -> transactions.inNew(() -> {
            IdempotentCall.Answer first = begin(operation, call);
            if (first != null) {
                return replay(operation, audited != Audited.NEVER, first);
            }
            Session session = sessions.isResolvable() ? sessions.get() : null;
            if (readOnly && session != null) {
                session.setHibernateFlushMode(FlushMode.MANUAL);
                session.setDefaultReadOnly(true);
            }
            T done = body.call();
            if (!readOnly && session != null) {
                session.flush();
                session.setHibernateFlushMode(FlushMode.MANUAL);
            }
            end(operation, audited, call, call == null ? null : answer.apply(done));
            return done;
        }, operation::isCommitted));
        seenClinics.add(operation.clinicId());
        if (!operation.events().isEmpty()) {
            bell.ring();
        }
        if (result instanceof Replay replay) {
            throw new ReplayedAnswer(replay.answer());
        }
        return result;
    }

    private IdempotentCall.Answer begin(Operation operation, IdempotentCall call) {
        try (Connection connection = database.getConnection()) {
            OperationSql.Begun begun = begin(connection, operation, call);
            if (!begun.locked()) {
                throw Problem.of(409, "idempotency-in-progress", "The first call with this key is still running").toException();
            }
            if (begun.first() == null) {
                return null;
            }
            if (!call.route().equals(begun.firstRoute()) || !Arrays.equals(call.requestHash(), begun.firstHash())) {
                throw Problem.of(422, "idempotency-key-reused", "This key was used for another call").toException();
            }
            return begun.first();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private OperationSql.Begun begin(Connection connection, Operation operation, IdempotentCall call) throws SQLException {
        UUID clinic = operation.clinicId();
        OperationSql.Begun begun = OperationSql.begin(
                connection, clinic, !seenClinics.contains(clinic), sandbox.isSandbox(clinic), call);
        operation.offsetSeconds(begun.offsetSeconds());
        return begun;
    }

    @SuppressWarnings("unchecked") // run() recognizes it before anybody else sees it
    private <T> T replay(Operation operation, boolean audit, IdempotentCall.Answer first) throws RollbackException, SystemException {
        try {
            connected(operation, connection -> end(connection, operation, Outcome.REPLAYED, "", List.of(), List.of(), audit, null, null));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
        return (T) new Replay(first);
    }

    private void end(Operation operation, Audited audited, IdempotentCall call, IdempotentCall.Answer answer)
            throws RollbackException, SystemException {
        List<OutboxRow> rows = bench.with(BenchConfig.Part.OUTBOX) ? rows(operation) : List.of();
        List<LastStatement> last = operation.lastStatements();
        try {
            connected(operation, connection -> {
                boolean audit = audited == Audited.ALWAYS
                        || audited == Audited.WHEN_CHANGED && (!rows.isEmpty() || !last.isEmpty() || OperationSql.hasWritten(connection));
                end(connection, operation, Outcome.SUCCESS, "", last, rows, audit, call, answer);
            });
        } catch (SQLException e) {
            throw last.isEmpty() || !isAboutValues(e) ? new DatabaseUnavailable(e) : new PersistenceException(e);
        }
    }

    /** Does the last that a transaction does; once that has committed, what is thrown besides undoes nothing and is only logged. */
    private void connected(Operation operation, LastWork work) throws SQLException, RollbackException, SystemException {
        try (Connection connection = database.getConnection()) {
            work.on(connection);
        } catch (SQLException | RuntimeException late) {
            if (!operation.isCommitted()) {
                throw late;
            }
            LOG.warnf("Committed, although its connection ended with %s", Faults.describe(late));
        }
    }

    /** A value or a constraint: the work's own last statements break them, the kit's, under the lock of their key, do not. */
    private static boolean isAboutValues(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
    }

    private void end(Connection connection, Operation operation, Outcome outcome, String problemCode, List<LastStatement> last,
            List<OutboxRow> rows, boolean audit, IdempotentCall call, IdempotentCall.Answer answer)
            throws SQLException, RollbackException, SystemException {
        transactions.requireActive();
        operation.committed(OperationSql.end(connection, operation, service, outcome, problemCode, last, rows, audit, call, answer));
    }

    private List<OutboxRow> rows(Operation operation) {
        if (operation.events().isEmpty()) {
            return List.of();
        }
        Instant recordedAt = RealTime.now();
        return operation.events().stream()
                .map(event -> OutboxRow.of(event, operation.clinicId(), events.sourceName(), events.partitions(), recordedAt,
                        operation.actor().traceparent()))
                .toList();
    }

    private static <T> T withRequestContext(Callable<T> body) throws Exception {
        ManagedContext context = Arc.container().requestContext();
        if (context.isActive()) {
            return body.call();
        }
        context.activate();
        try {
            return body.call();
        } finally {
            context.terminate();
        }
    }

    private static <T> T unchecked(Callable<T> body) {
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface LastWork {
        void on(Connection connection) throws SQLException, RollbackException, SystemException;
    }

    private enum Audited {
        ALWAYS, WHEN_CHANGED, NEVER
    }

    /** In place of a result: the answer that was given the first time. */
    private record Replay(IdempotentCall.Answer answer) {
    }
}
