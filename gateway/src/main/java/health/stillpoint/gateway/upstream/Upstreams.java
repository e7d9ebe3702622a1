package health.stillpoint.gateway.upstream;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** The ways to the three services. */
@Singleton
public class Upstreams {

    /** Gauge: 0 closed, 1 half-open, 2 open; tag {@code upstream}. */
    public static final String CIRCUIT_METRIC = "gateway.circuit.state";

    private final Map<Upstream, UpstreamConnection> connections = new EnumMap<>(Upstream.class);

    Upstreams(Vertx vertx, GatewayConfig config, MeterRegistry meters) {
        for (Upstream upstream : Upstream.values()) {
            UpstreamConnection connection = new UpstreamConnection(vertx, upstream, of(upstream, config).url(), config);
            connections.put(upstream, connection);
            Gauge.builder(CIRCUIT_METRIC, connection.circuit(), Upstreams::level)
                    .tag("upstream", upstream.serviceName())
                    .description("0 closed, 1 half-open, 2 open")
                    .register(meters);
        }
    }

    /** Where a service is, by configuration. */
    public static GatewayConfig.Service of(Upstream upstream, GatewayConfig config) {
        return switch (upstream) {
            case PATIENT -> config.upstream().patient();
            case SESSION -> config.upstream().session();
            case OUTCOME -> config.upstream().outcome();
        };
    }

    private static double level(Circuit circuit) {
        return switch (circuit.stateName()) {
            case "open" -> 2;
            case "half-open" -> 1;
            default -> 0;
        };
    }

    public UpstreamConnection to(Upstream upstream) {
        return connections.get(upstream);
    }

    public Collection<UpstreamConnection> all() {
        return connections.values();
    }

    @PreDestroy
    void close() {
        connections.values().forEach(UpstreamConnection::close);
    }
}
