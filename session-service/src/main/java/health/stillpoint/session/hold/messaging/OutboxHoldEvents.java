package health.stillpoint.session.hold.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.hold.HoldEvents;
import health.stillpoint.session.hold.domain.Hold;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the facts of holds into the outbox. */
@ApplicationScoped
class OutboxHoldEvents implements HoldEvents {

    private final Outbox outbox;

    OutboxHoldEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void placed(Hold hold) {
        outbox.append(new OutboundEvent(Ids.next(), HoldPlacedV1.TYPE, hold.patientId(), hold.placedAt(), HoldPlacedV1.of(hold)));
    }

    @Override
    public void cleared(Hold hold) {
        outbox.append(new OutboundEvent(Ids.next(), HoldClearedV1.TYPE, hold.patientId(), hold.clearedAt(), HoldClearedV1.of(hold)));
    }
}
