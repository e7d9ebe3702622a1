package health.stillpoint.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how far the relay is behind. Always up: a service without a broker still answers and stores what happens. */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {

    private final OutboxMetrics metrics;

    OutboxReadiness(OutboxMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("degraded", metrics.failing())
                .withData("waiting", metrics.depth())
                .withData("oldestSeconds", metrics.oldestAge().toSeconds())
                .build();
    }
}
