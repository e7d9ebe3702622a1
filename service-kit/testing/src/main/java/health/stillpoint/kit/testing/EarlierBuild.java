package health.stillpoint.kit.testing;

import health.stillpoint.local.parts.LocalPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** A database server of its own, with a service's database as an earlier build left it. */
public final class EarlierBuild implements AutoCloseable {

    private final LocalPostgres server;
    private final String service;

    private EarlierBuild(LocalPostgres server, String service) {
        this.server = server;
        this.service = service;
    }

    /**
     * The database of the service's last build without the migrations above a version.
     *
     * @param lastVersion such as 170
     */
    public static EarlierBuild of(String service, int lastVersion) {
        LocalPostgres server = LocalPostgres.builder().services(service).durable(false).start();
        EarlierBuild build = new EarlierBuild(server, service);
        build.migrate(MigrationVersion.fromVersion(Integer.toString(lastVersion)));
        return build;
    }

    /** What the start of the present build does. */
    public void upgrade() {
        migrate(MigrationVersion.LATEST);
    }

    /** Runs statements as the service itself does, for a clinic. */
    public void execute(UUID clinicId, String sql) throws SQLException {
        try (Connection connection = asService(clinicId); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query's first row, as the service itself sees it for a clinic. */
    public Object value(UUID clinicId, String sql) throws SQLException {
        try (Connection connection = asService(clinicId);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        }
    }

    /** A connection that row-level security does not bind. */
    public Connection superuser() throws SQLException {
        return server.superuser(service);
    }

    /** The checksums under which migrations were applied, by version. */
    public Map<Integer, Integer> checksums() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version::int, checksum from flyway_schema_history where version is not null")) {
            Map<Integer, Integer> checksums = new HashMap<>();
            while (row.next()) {
                checksums.put(row.getInt(1), row.getInt(2));
            }
            return checksums;
        }
    }

    /** The same as the service's tests list them: of every migration that has landed. */
    public static Map<Integer, Integer> landed() {
        try (InputStream file = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream("earlier/migrations.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" "))
                    .collect(Collectors.toMap(cells -> Integer.valueOf(cells[0]), cells -> Integer.valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if the build had applied another text of a migration. */
    public void appliedAs(int version, int checksum) throws SQLException {
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set checksum = " + checksum + " where version = '" + version + "'");
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Connection asService(UUID clinicId) throws SQLException {
        String user = service + "_app";
        Connection connection = DriverManager.getConnection(server.jdbcUrl(service), user, server.password(user));
        try (Statement set = connection.createStatement()) {
            set.execute("select set_config('app.clinic_id', '" + clinicId + "', false)");
        }
        return connection;
    }

    /** As the defaults of the kit say it to Quarkus. */
    private void migrate(MigrationVersion target) {
        Flyway.configure()
                .dataSource(server.jdbcUrl(service), service + "_migrate", server.password(service + "_migrate"))
                .initSql("select set_config('role', replace(session_user, '_migrate', '_owner'), false), set_config('lock_timeout', '3s', false)")
                .locations("classpath:db/kit", "classpath:db/migration")
                .placeholders(Map.of("app", service + "_app", "relay", service + "_relay"))
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }
}
