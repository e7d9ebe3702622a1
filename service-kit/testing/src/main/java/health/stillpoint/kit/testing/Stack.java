package health.stillpoint.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * PostgreSQL, a Kafka broker and an issuer for the service under test, once for each test JVM, and the configuration that
 * points the service at them. The service's name is that of its module's folder without {@code -service}.
 */
public class Stack implements QuarkusTestResourceLifecycleManager {

    private static final List<String> NOISY = List.of(
            "org.apache.kafka", "kafka", "state", "io.zonky", "org.hibernate.orm", "org.flywaydb",
            "io.smallrye.reactive.messaging.kafka", "io.micrometer");

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        String service = service();
        config.put("quarkus.datasource.jdbc.url", (String) control("jdbcUrl"));
        config.put("quarkus.datasource.username", service + "_app");
        config.put("quarkus.datasource.password", password(service + "_app"));
        config.put("stillpoint.database.migration.username", service + "_migrate");
        config.put("stillpoint.database.migration.password", password(service + "_migrate"));
        config.put("stillpoint.database.relay.username", service + "_relay");
        config.put("stillpoint.database.relay.password", password(service + "_relay"));
        config.put("kafka.bootstrap.servers", bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", issuer());
        config.put("stillpoint.sandbox.clinics", clinic("harbor") + "," + clinic("meadow"));
        NOISY.forEach(category -> config.put("quarkus.log.category.\"" + category + "\".level", "ERROR"));
        return config;
    }

    /** The parts live as long as the JVM: the next test class uses them again. */
    @Override
    public void stop() {}

    /** Short name of the service under test, its database's name too. */
    public static String service() {
        return (String) control("service");
    }

    /** Id of {@code harbor} or {@code meadow}, both sandbox clinics. */
    @SuppressWarnings("unchecked") // put there by StackParts
    public static UUID clinic(String name) {
        return ((Map<String, UUID>) control("clinics")).get(name);
    }

    public static String bootstrapServers() {
        return (String) control("bootstrapServers");
    }

    public static String issuer() {
        return (String) control("issuer");
    }

    static String jdbcUrl() {
        return (String) control("jdbcUrl");
    }

    static String superuserJdbcUrl() {
        return (String) control("superuserJdbcUrl");
    }

    @SuppressWarnings("unchecked") // put there by StackParts
    static String password(String role) {
        return ((Function<String, String>) control("password")).apply(role);
    }

    @SuppressWarnings("unchecked") // put there by StackParts
    static String mint(Map<String, Object> wish) {
        return ((Function<Map<String, Object>, String>) control("mint")).apply(wish);
    }

    /** Runs the work while the broker is down; it is up again afterwards. */
    public static void withoutKafka(Runnable work) {
        between("kafka.stop", work, "kafka.start");
    }

    /**
     * Runs the work after the database server was killed; it is up again afterwards. What was committed before is kept: the
     * server of the tests does not wait for its disk, so it is asked to catch up first.
     */
    public static void withoutPostgres(Runnable work) {
        Database.execute("checkpoint");
        between("postgres.kill", work, "postgres.start");
    }

    /** Runs the work while the issuer does not answer; it does again afterwards. */
    public static void withoutIssuer(Runnable work) {
        between("issuer.stop", work, "issuer.start");
    }

    /** From now on the issuer signs with a new key; the old one stays published. */
    public static void rotateIssuerKey() {
        ((Runnable) control("issuer.rotateKey")).run();
    }

    private static void between(String first, Runnable work, String last) {
        ((Runnable) control(first)).run();
        try {
            work.run();
        } finally {
            ((Runnable) control(last)).run();
        }
    }

    private static Object control(String name) {
        return Parts.CONTROLS.get(name);
    }

    /** Loads the parts in the system class loader, where there is one of each. */
    private static final class Parts {

        static final Map<String, Object> CONTROLS = load();

        @SuppressWarnings("unchecked") // the method's type
        private static Map<String, Object> load() {
            try {
                return (Map<String, Object>) Class.forName(
                                StackParts.class.getName(), true, ClassLoader.getSystemClassLoader())
                        .getMethod("controls", String.class)
                        .invoke(null, serviceUnderTest());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The test stack does not start", e);
            }
        }

        private static String serviceUnderTest() {
            String module = System.getProperty("basedir", System.getProperty("user.dir"));
            return Path.of(module).getFileName().toString().replace("-service", "");
        }
    }
}
