package health.stillpoint.kit.testapp;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.LocalIssuer;
import health.stillpoint.local.parts.LocalPostgres;
import health.stillpoint.local.parts.TokenSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL and an issuer for the kit's own tests, once for each test JVM. No broker: the relay stays off. */
public class KitStack implements QuarkusTestResourceLifecycleManager {

    /** Two sandbox clinics and one whose clock is real. */
    public static final UUID HARBOR = DemoRealm.clinicId("harbor");
    public static final UUID MEADOW = DemoRealm.clinicId("meadow");

    private static final String SERVICE = "kit";
    private static LocalPostgres postgres;
    private static LocalIssuer issuer;

    @Override
    public Map<String, String> start() {
        if (postgres == null) {
            postgres = LocalPostgres.builder().services(SERVICE).durable(false).start();
            issuer = LocalIssuer.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::kill));
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(SERVICE));
        config.put("quarkus.datasource.username", "kit_app");
        config.put("quarkus.datasource.password", postgres.password("kit_app"));
        config.put("stillpoint.database.migration.username", "kit_migrate");
        config.put("stillpoint.database.migration.password", postgres.password("kit_migrate"));
        config.put("stillpoint.database.relay.username", "kit_relay");
        config.put("stillpoint.database.relay.password", postgres.password("kit_relay"));
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("stillpoint.sandbox.clinics", HARBOR + "," + MEADOW);
        config.put("stillpoint.events.relay.enabled", "false");
        config.put("kafka.bootstrap.servers", "localhost:1");
        return config;
    }

    /** Everything lives as long as the JVM. */
    @Override
    public void stop() {
    }

    /** A token of somebody with this role in a demo clinic. */
    public static String token(String role, String clinic) {
        return issuer.token(role, clinic).serialize();
    }

    /** A token to bend. */
    public static TokenSpec tokenSpec(String role, String clinic) {
        return issuer.token(role, clinic);
    }

    /** A connection that row-level security does not hold. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(postgres.superuserJdbcUrl(SERVICE));
    }

    /** A connection of one of the service's roles, such as {@code app}. */
    public static Connection as(String role) throws SQLException {
        String name = SERVICE + "_" + role;
        return DriverManager.getConnection(postgres.jdbcUrl(SERVICE), name, postgres.password(name));
    }

    /** Runs a statement as superuser. */
    public static void execute(String sql) {
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as superuser. */
    public static String value(String sql) {
        try (Connection connection = superuser(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as a number. */
    public static long count(String sql) {
        return Long.parseLong(value(sql));
    }
}
