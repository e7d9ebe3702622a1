package health.stillpoint.session.integration.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.integration.IntegrationEvents;
import health.stillpoint.session.integration.domain.IntegrationTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts the facts of integration into the outbox. */
@ApplicationScoped
class OutboxIntegrationEvents implements IntegrationEvents {

    private final Outbox outbox;

    OutboxIntegrationEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void completed(IntegrationTask task) {
        outbox.append(new OutboundEvent(Ids.next(), IntegrationCompletedV1.TYPE, task.patientId(), task.completedAt(), IntegrationCompletedV1.of(task)));
    }

    @Override
    public void overdue(IntegrationTask task, Instant at) {
        outbox.append(new OutboundEvent(Ids.next(), IntegrationOverdueV1.TYPE, task.patientId(), at, IntegrationOverdueV1.of(task)));
    }
}
