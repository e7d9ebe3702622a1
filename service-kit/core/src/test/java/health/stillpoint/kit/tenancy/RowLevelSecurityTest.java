package health.stillpoint.kit.tenancy;

import static health.stillpoint.kit.testapp.KitStack.HARBOR;
import static health.stillpoint.kit.testapp.KitStack.MEADOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KitStack.class)
class RowLevelSecurityTest {

    @Inject
    DataSource pool;

    @Test
    void showsNothingWithoutAClinic() throws SQLException {
        // Given
        note(HARBOR);

        // When
        try (Connection app = KitStack.as("app")) {
            // Then
            assertThat(number(app, "select count(*) from note")).isZero();
        }
    }

    @Test
    void showsOneClinicAtATime() throws SQLException {
        // Given
        UUID ours = note(HARBOR);
        UUID theirs = note(MEADOW);

        // When
        try (Connection app = bound(HARBOR)) {
            // Then
            assertThat(number(app, "select count(*) from note where id = '" + ours + "'")).isEqualTo(1);
            assertThat(number(app, "select count(*) from note where id = '" + theirs + "'")).isZero();
            assertThat(number(app, "with u as (update note set text = 'x' where id = '" + theirs + "' returning 1) select count(*) from u"))
                    .isZero();
        }
    }

    @Test
    void refusesARowOfAnotherClinic() throws SQLException {
        try (Connection app = bound(HARBOR)) {
            assertThatThrownBy(() -> execute(app, "insert into note (id, clinic_id, version, text) values ('" + Ids.next() + "', '"
                    + MEADOW + "', 0, 'x')")).hasMessageContaining("row-level security");
        }
    }

    @Test
    void forgetsTheClinicWhenTheTransactionEnds() throws SQLException {
        // Given
        try (Connection app = bound(HARBOR)) {
            // When
            app.commit();

            // Then
            assertThat(number(app, "select count(*) from note")).isZero();
        }
    }

    @Test
    void leavesNoClinicOnAPooledConnection() throws SQLException {
        for (int i = 0; i < 30; i++) {
            try (Connection app = pool.getConnection()) {
                assertThat(number(app, "select count(*) from note")).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update audit_pending set subject = 'x'", "delete from audit_pending", "truncate audit_pending",
            "insert into audit_event select * from audit_event", "update audit_event set subject = 'x'",
            "delete from audit_event", "truncate audit_event", "delete from audit_checkpoint",
            "insert into audit_checkpoint select * from audit_checkpoint",
            "select * from outbox", "delete from outbox", "alter table note disable row level security", "drop table note",
            "create table mine (id int)", "truncate note", "set role kit_owner"})
    void keepsTheServiceFrom(String sql) throws SQLException {
        try (Connection app = bound(HARBOR)) {
            assertThatThrownBy(() -> execute(app, sql)).isInstanceOf(SQLException.class)
                    .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "select * from note", "select * from idempotency_key", "select * from inbox", "update audit_event set subject = 'x'",
            "delete from audit_event", "truncate audit_event", "update audit_pending set subject = 'x'",
            "delete from audit_checkpoint", "update outbox set payload = 'x'"})
    void keepsTheRelayFrom(String sql) throws SQLException {
        try (Connection relay = KitStack.as("relay")) {
            assertThatThrownBy(() -> execute(relay, sql)).isInstanceOf(SQLException.class)
                    .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'"
                    + " where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)",
            "select rolname from pg_roles where rolcanlogin and (rolsuper or rolbypassrls) and rolname <> 'postgres'",
            "select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolcanlogin"
                    + " and c.relkind in ('r', 'p') and r.rolname <> 'postgres'",
            "select polname from pg_policy where polwithcheck is null and polcmd in ('*', 'a', 'w')"})
    void hasNoHoleInTheCatalogue(String sql) throws SQLException {
        assertThat(KitStack.value(sql)).isNull();
    }

    @Test
    void listsTheTablesThatBelongToNoClinic() throws SQLException {
        // When
        String tables = KitStack.value("select string_agg(c.relname, ',' order by c.relname) from pg_class c"
                + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (select from pg_attribute a"
                + " where a.attrelid = c.oid and a.attname = 'clinic_id')");

        // Then
        assertThat(List.of(tables.split(","))).containsExactly("dead_letter", "flyway_schema_history", "knowledge", "known_clinic");
    }

    private static UUID note(UUID clinic) {
        UUID id = Ids.next();
        KitStack.execute("insert into note (id, clinic_id, version, text) values ('" + id + "', '" + clinic + "', 0, 'rls')");
        return id;
    }

    private static Connection bound(UUID clinic) throws SQLException {
        Connection app = KitStack.as("app");
        app.setAutoCommit(false);
        execute(app, "select set_config('app.clinic_id', '" + clinic + "', true)");
        return app;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
