package health.stillpoint.session.integration;

import health.stillpoint.session.integration.domain.IntegrationTask;
import java.time.Instant;

/** Tells the other services how integration goes. */
public interface IntegrationEvents {

    void completed(IntegrationTask task);

    void overdue(IntegrationTask task, Instant at);
}
