package health.stillpoint.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how far the relay is behind, and what it waits for since when ({@code kafkaAwaySince}). Always up: a service without a
 * broker still answers and stores what happens.
 */
@Readiness
@ApplicationScoped
class OutboxReadiness implements HealthCheck {

    private final OutboxMetrics metrics;

    OutboxReadiness(OutboxMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        Map<OutboxMetrics.Need, Instant> away = metrics.away();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("outbox")
                .up()
                .withData("degraded", !away.isEmpty())
                .withData("waiting", metrics.depth())
                .withData("oldestSeconds", metrics.oldestAge().toSeconds());
        away.forEach((need, since) -> answer.withData(need.name().toLowerCase(Locale.ROOT) + "AwaySince", since.toString()));
        return answer.build();
    }
}
