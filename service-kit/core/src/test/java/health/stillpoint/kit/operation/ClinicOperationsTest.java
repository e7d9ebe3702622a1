package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.stillpoint.kit.bench.BenchConfig;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.sandbox.SandboxConfig;
import health.stillpoint.kit.testapp.KitStack;
import health.stillpoint.kit.testapp.NoteEntity;
import health.stillpoint.kit.time.ClinicClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class ClinicOperationsTest {

    @Inject
    ClinicOperations operations;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    ClinicClock clock;

    @Inject
    TransactionManager transactions;

    @Inject
    Transactions ours;

    @Inject
    DataSource database;

    @Inject
    Instance<Session> sessions;

    @Inject
    Service service;

    @Inject
    EventsConfig events;

    @Inject
    SandboxConfig sandbox;

    @Inject
    BenchConfig bench;

    @Inject
    OutboxBell bell;

    @Test
    void worksForOneClinicWithoutARequest() {
        // Given
        UUID clinic = UUID.randomUUID();

        // When
        UUID id = CompletableFuture.supplyAsync(() -> operations.inClinic(clinic, "job", "note.sweep", this::store)).join();

        // Then
        assertThat(KitStack.value("select clinic_id from note where id = '" + id + "'")).isEqualTo(clinic.toString());
        assertThat(KitStack.count("select count(*) from outbox where key = '" + id + "'")).isEqualTo(1);
        assertThat(KitStack.count("select count(*) from known_clinic where id = '" + clinic + "'")).isEqualTo(1);
        assertThat(KitStack.count("select count(*) from (select clinic_id, subject, action from audit_pending union all"
                + " select clinic_id, subject, action from audit_event) a where clinic_id = '" + clinic
                + "' and subject = 'job' and action = 'note.sweep'")).isEqualTo(1);
    }

    @Test
    void leavesNothingOfWorkThatFails() {
        // Given
        UUID clinic = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> operations.inClinic(clinic, "job", "note.sweep", () -> {
            store();
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);

        // Then
        assertThat(KitStack.count("select count(*) from note where clinic_id = '" + clinic + "'")).isZero();
        assertThat(KitStack.count("select count(*) from outbox where clinic_id = '" + clinic + "'")).isZero();
    }

    @Test
    void commitsNothingThatWasMarkedForRollback() {
        // Given
        UUID clinic = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> operations.inClinic(clinic, "job", "note.sweep", () -> {
            UUID id = store();
            mark();
            return id;
        })).hasRootCauseInstanceOf(RollbackException.class);

        // Then
        assertThat(KitStack.count("select count(*) from note where clinic_id = '" + clinic + "'")).isZero();
        assertThat(KitStack.count("select count(*) from outbox where clinic_id = '" + clinic + "'")).isZero();
        assertThat(KitStack.count("select count(*) from (select clinic_id from audit_pending union all select clinic_id from audit_event) a"
                + " where clinic_id = '" + clinic + "'")).isZero();
    }

    @Test
    void answersWhatIsCommittedAlsoWhenItsConnectionThenBreaks() {
        // Given
        UUID clinic = UUID.randomUUID();
        ClinicOperations breaking = new ClinicOperations(ours, breakingAtItsEnd(), sessions, service, events, sandbox, bench, bell);

        // When
        UUID id = CompletableFuture.supplyAsync(() -> breaking.inClinic(clinic, "job", "note.broken", this::store)).join();

        // Then
        assertThat(KitStack.count("select count(*) from note where id = '" + id + "'")).isOne();
        assertThat(audited("note.broken")).isOne();
    }

    /** The second connection, which commits, is closed and says that it could not be. */
    private DataSource breakingAtItsEnd() {
        AtomicInteger given = new AtomicInteger();
        return proxy(DataSource.class, database, (_, connection) -> {
            boolean last = given.incrementAndGet() == 2;
            return proxy(Connection.class, connection, (method, result) -> {
                if (last && method.equals("close")) {
                    throw new SQLException("no");
                }
                return result;
            });
        });
    }

    private interface After {
        Object returned(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object whole, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (_, method, arguments) -> after.returned(method.getName(), method.invoke(whole, arguments))));
    }

    @Test
    void commitsItsLastStatementsWithItsEnd() {
        // Given
        UUID clinic = UUID.randomUUID();
        UUID first = Ids.next();
        UUID second = Ids.next();

        // When
        operations.sweep(clinic, "job", "note.last", () -> {
            Operation.current().last(lastly(first, "one"));
            Operation.current().last(lastly(second, "two"));
        });

        // Then
        assertThat(KitStack.value("select text from note where id = '" + first + "' and clinic_id = '" + clinic + "'")).isEqualTo("one");
        assertThat(KitStack.value("select text from note where id = '" + second + "' and clinic_id = '" + clinic + "'")).isEqualTo("two");
        assertThat(audited("note.last")).isOne();
    }

    @Test
    void commitsNothingWhenALastStatementBreaksAConstraint() {
        // Given
        UUID clinic = UUID.randomUUID();
        UUID id = Ids.next();

        // When
        assertThatThrownBy(() -> operations.inClinic(clinic, "job", "note.twice", () -> {
            Operation.current().last(lastly(id, "one"));
            Operation.current().last(lastly(id, "two"));
            return store();
        })).isInstanceOf(PersistenceException.class);

        // Then
        assertThat(KitStack.count("select count(*) from note where clinic_id = '" + clinic + "'")).isZero();
        assertThat(audited("note.twice")).isZero();
    }

    @Test
    void findsNoRowOfAnotherClinicByItsIdentifier() {
        // Given
        UUID id = operations.inClinic(KitStack.HARBOR, "job", "note.sweep", this::store);

        // Then
        assertThat(operations.<Boolean>inClinic(KitStack.MEADOW, "job", "note.look",
                () -> entities.find(NoteEntity.class, id) == null)).isTrue();
        assertThat(operations.<Boolean>inClinic(KitStack.HARBOR, "job", "note.look",
                () -> entities.find(NoteEntity.class, id) != null)).isTrue();
    }

    @Test
    void filtersInCodeTooNotOnlyInTheDatabase() {
        // Given
        UUID id = operations.inClinic(KitStack.HARBOR, "job", "note.sweep", this::store);
        KitStack.execute("alter role kit_app bypassrls");

        // When
        try {
            boolean hidden = operations.inClinic(KitStack.MEADOW, "job", "note.look", () -> {
                long found = entities.createQuery("select count(n) from NoteEntity n where n.id = :id", Long.class)
                        .setParameter("id", id).getSingleResult();
                return found == 0 && entities.find(NoteEntity.class, id) == null;
            });

            // Then
            assertThat(hidden).isTrue();
        } finally {
            KitStack.execute("alter role kit_app nobypassrls");
        }
    }

    @Test
    void refusesARowOfAnotherClinicWhateverTheDatabaseWasTold() {
        // Given
        UUID id = operations.inClinic(KitStack.HARBOR, "job", "note.sweep", this::store);

        // When
        Throwable thrown = catchThrowable(() -> operations.inClinic(KitStack.MEADOW, "job", "note.look", () -> {
            entities.createNativeQuery("select set_config('app.clinic_id', :clinic, true)", String.class)
                    .setParameter("clinic", KitStack.HARBOR.toString()).getSingleResult();
            return entities.find(NoteEntity.class, id);
        }));

        // Then
        assertThat(thrown).hasStackTraceContaining("A row of another clinic");
    }

    @Test
    void auditsASweepThatChangedSomethingAndNoneThatOnlyLooked() {
        // Given
        UUID clinic = UUID.randomUUID();
        operations.inClinic(clinic, "job", "note.sweep", this::store);

        // When
        operations.sweep(clinic, "job", "job.look", () ->
                entities.createQuery("select count(n) from NoteEntity n", Long.class).getSingleResult());
        operations.sweep(clinic, "job", "job.store", this::store);
        operations.sweep(clinic, "job", "job.paint", () ->
                entities.createQuery("update NoteEntity n set n.text = 'painted'").executeUpdate());

        // Then
        assertThat(audited("job.look")).isZero();
        assertThat(audited("job.store")).isOne();
        assertThat(audited("job.paint")).isOne();
    }

    @Test
    void refusesWorkOutsideAnOperation() {
        assertThat(Operation.isRunning()).isFalse();
        assertThatThrownBy(Operation::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void livesInRealTimeOutsideASandbox() {
        // When
        Duration apart = Duration.between(clock.real(), clock.nowFor(UUID.randomUUID())).abs();

        // Then
        assertThat(apart).isLessThan(Duration.ofSeconds(5));
    }

    private static long audited(String action) {
        return KitStack.count("select count(*) from (select action from audit_pending union all select action from audit_event) a"
                + " where action = '" + action + "'");
    }

    private static LastStatement lastly(UUID id, String text) {
        return new LastStatement("insert into note (clinic_id, id, version, text) values (kit_clinic(), ?, 0, ?)", 2, (statements, at) -> {
            statements.setObject(at, id);
            statements.setString(at + 1, text);
        });
    }

    private void mark() {
        try {
            transactions.setRollbackOnly();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID store() {
        NoteEntity note = new NoteEntity();
        note.id = Ids.next();
        note.text = "stored";
        entities.persist(note);
        outbox.append(new OutboundEvent(Ids.next(), "kit.note-written.v1", note.id, clock.now(), Map.of("noteId", note.id)));
        return note.id;
    }
}
