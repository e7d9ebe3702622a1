package health.stillpoint.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how each service is seen from here. Always up: a gateway that hid itself whenever one service fails would take
 * the other two away as well.
 */
@Readiness
@ApplicationScoped
class UpstreamsHealth implements HealthCheck {

    private final Upstreams upstreams;

    UpstreamsHealth(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("upstream circuits").up();
        upstreams.all().forEach(it -> answer.withData(it.upstream().serviceName(), it.circuit().stateName()));
        return answer.build();
    }
}
