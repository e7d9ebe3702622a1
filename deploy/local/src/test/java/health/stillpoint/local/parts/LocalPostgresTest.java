package health.stillpoint.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {

    @TempDir
    static Path directory;

    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.builder()
                .dataDirectory(directory.resolve("data"))
                .durable(true)
                .passwords(role -> "secret of '" + role + "'")
                .services("patient", "session")
                .start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void isDurableWhenAsked() throws SQLException {
        assertThat(text("select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit')"))
                .isEqualTo("ononon");
        assertThat(text("select current_setting('server_version_num')")).startsWith("18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"btree_gist", "pg_trgm", "unaccent"})
    void hasTheExtensionsOfTheServices(String extension) throws SQLException {
        assertThat(text("select count(*) from pg_extension where extname = '" + extension + "'")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient_migrate", "patient_app", "patient_relay"})
    void letsEachRoleInWithItsPasswordOnly(String role) throws SQLException {
        try (Connection own = as(role, "patient")) {
            assertThat(own.isValid(1)).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("patient"), role, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> as(role, "session"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void asksTheSuperuserForAPasswordToo() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), LocalPostgres.SUPERUSER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void letsNobodyInAsOwner() {
        assertThatThrownBy(() -> as("patient_owner", "patient")).isInstanceOf(SQLException.class);
    }

    @Test
    void letsTheMigrationRoleAloneBecomeOwnerAndCreateTables() throws SQLException {
        try (Connection migrate = as("patient_migrate", "patient"); Statement statement = migrate.createStatement()) {
            statement.execute("set role patient_owner");
            statement.execute("create table owned (id int)");
        }
        assertThat(text("select tableowner from pg_tables where tablename = 'owned'")).isEqualTo("patient_owner");
        try (Connection app = as("patient_app", "patient"); Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table mine (id int)")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("set role patient_owner")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("select * from owned")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void givesNoRoleAWayPastRowLevelSecurity() throws SQLException {
        assertThat(text("select count(*) from pg_roles where rolname like 'patient\\_%' and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb)"))
                .isEqualTo("0");
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        // Given
        execute("create table survives (id int)", "insert into survives select generate_series(1, 1000)");

        // When
        postgres.kill();

        // Then
        assertThat(postgres.running()).isFalse();
        assertThatThrownBy(() -> postgres.superuser("patient")).isInstanceOf(SQLException.class);

        // And when
        postgres.start();

        // Then
        assertThat(text("select count(*) from survives")).isEqualTo("1000");
    }

    @Test
    void takesOverTheDataOfAHolderThatWasKilled(@TempDir Path other) throws Exception {
        // Given
        Process holder = holderOf(other.resolve("data"));
        assertThat(holder.inputReader().readLine()).isEqualTo("committed");
        holder.destroyForcibly().waitFor();
        long left = postmasterPid(other);
        assertThat(ProcessHandle.of(left)).isPresent();

        // When
        try (LocalPostgres next = aServer(other.resolve("data"));
                Connection connection = next.superuser("patient");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept")) {
            // Then
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
            assertThat(postmasterPid(other)).isNotEqualTo(left);
        }
        assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** Another Java process that starts a server, commits three rows, says so and waits to be killed. */
    private static Process holderOf(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long postmasterPid(Path directory) throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst().trim());
    }

    private static LocalPostgres aServer(Path data) {
        return LocalPostgres.builder()
                .dataDirectory(data)
                .durable(true)
                .passwords(role -> "secret of " + role)
                .services("patient")
                .start();
    }

    /** See {@link #holderOf}. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            LocalPostgres server = aServer(Path.of(arguments[0]));
            try (Connection connection = server.superuser("patient"); Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select generate_series(1, 3) id");
            }
            System.out.println("committed");
            Thread.sleep(600_000);
        }
    }

    @Test
    void startsWhenItsPidFileNamesAStranger() throws Exception {
        // Given
        postgres.stop();
        Files.writeString(directory.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        // When
        postgres.start();

        // Then
        assertThat(text("select 1")).isEqualTo("1");
    }

    @Test
    void refusesAServiceNameThatIsNone() {
        assertThatThrownBy(() -> LocalPostgres.builder().services("x'; drop role postgres; --").start())
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageContaining("not a service name");
    }

    private static Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, postgres.password(role));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = postgres.superuser("patient");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.superuser("patient"); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
