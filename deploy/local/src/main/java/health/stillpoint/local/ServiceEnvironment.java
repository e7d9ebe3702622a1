package health.stillpoint.local;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.LocalKafka;
import health.stillpoint.local.parts.LocalPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a program is told about the parts around it: environment variables, so that no password shows in a process list. */
final class ServiceEnvironment {

    private final StackPorts ports;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final String issuer;

    ServiceEnvironment(StackPorts ports, LocalPostgres postgres, LocalKafka kafka, String issuer) {
        this.ports = ports;
        this.postgres = postgres;
        this.kafka = kafka;
        this.issuer = issuer;
    }

    Map<String, String> of(Program program) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", port(program.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", port(program.managementPort()));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        environment.put("STILLPOINT_SANDBOX_CLINICS",
                DemoRealm.CLINICS.values().stream().sorted().map(UUID::toString).collect(Collectors.joining(",")));
        program.database().ifPresentOrElse(database -> environment.putAll(database(database)), () -> environment.putAll(gateway()));
        return environment;
    }

    private Map<String, String> database(String database) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", database + "_app",
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(database + "_app"),
                "STILLPOINT_DATABASE_MIGRATION_USERNAME", database + "_migrate",
                "STILLPOINT_DATABASE_MIGRATION_PASSWORD", postgres.password(database + "_migrate"),
                "STILLPOINT_DATABASE_RELAY_USERNAME", database + "_relay",
                "STILLPOINT_DATABASE_RELAY_PASSWORD", postgres.password(database + "_relay"));
    }

    private Map<String, String> gateway() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Program upstream : Program.values()) {
            upstream.database().ifPresent(name -> {
                String prefix = "STILLPOINT_GATEWAY_UPSTREAM_" + upstream.name();
                environment.put(prefix + "_URL", "http://localhost:" + port(upstream.port()));
                environment.put(prefix + "_OPENAPI", "http://localhost:" + port(upstream.managementPort()) + "/q/openapi");
            });
        }
        environment.put("STILLPOINT_GATEWAY_DOCUMENTATION_OPEN_ID_CONNECT_URL",
                issuer + "/.well-known/openid-configuration");
        return environment;
    }

    private String port(StackPort port) {
        return Integer.toString(ports.of(port));
    }
}
