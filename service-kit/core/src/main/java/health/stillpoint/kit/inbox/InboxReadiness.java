package health.stillpoint.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how many dead letters wait for an operator. Always up: the other facts go on. */
@Readiness
@ApplicationScoped
class InboxReadiness implements HealthCheck {

    private final OpenDeadLetters letters;

    InboxReadiness(OpenDeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("inbox").up().withData("openDeadLetters", letters.count()).build();
    }
}
