package health.stillpoint.session.session.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.session.SessionEvents;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts the facts of sessions into the outbox. */
@ApplicationScoped
class OutboxSessionEvents implements SessionEvents {

    private final Outbox outbox;

    OutboxSessionEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void preparationCompleted(TreatmentSession session, Instant at) {
        outbox.append(new OutboundEvent(Ids.next(), PreparationCompletedV1.TYPE, session.patientId(), at, PreparationCompletedV1.of(session, at)));
    }
}
