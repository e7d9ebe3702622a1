package health.stillpoint.gateway;

import health.stillpoint.local.parts.LocalIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands around the gateway in its tests: an issuer and three services, started once and kept. */
public class World implements QuarkusTestResourceLifecycleManager {

    private static LocalIssuer issuer;
    private static Vertx vertx;
    private static FakeService patient;
    private static FakeService session;
    private static FakeService outcome;

    @Override
    public Map<String, String> start() {
        if (issuer == null) {
            issuer = LocalIssuer.builder().start();
            vertx = Vertx.vertx();
            patient = new FakeService(vertx, "patient", freePort());
            session = new FakeService(vertx, "session", freePort());
            outcome = new FakeService(vertx, "outcome", freePort());
            services().forEach(FakeService::start);
        }
        Map<String, String> config = new LinkedHashMap<>();
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        for (FakeService service : services()) {
            String prefix = "stillpoint.gateway.upstream." + service.name();
            config.put(prefix + ".url", "http://localhost:" + service.port());
            config.put(prefix + ".openapi", "http://localhost:" + service.port() + "/q/openapi?format=json");
        }
        return config;
    }

    @Override
    public void stop() {
        // The JVM's end stops everything; a later test class with other settings needs it still.
    }

    public static LocalIssuer issuer() {
        return issuer;
    }

    /** Whose timers the services may use. */
    public static Vertx vertx() {
        return vertx;
    }

    public static FakeService patient() {
        return patient;
    }

    public static FakeService session() {
        return session;
    }

    public static FakeService outcome() {
        return outcome;
    }

    /** All three services. */
    public static List<FakeService> services() {
        return List.of(patient, session, outcome);
    }

    /** The Authorization header of somebody with this role at the clinic Harbor. */
    public static String bearer(String role) {
        return "Bearer " + issuer.token(role, "harbor").serialize();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
