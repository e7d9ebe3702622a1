package health.stillpoint.session.alert.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.alert.AlertEvents;
import health.stillpoint.session.alert.domain.VitalAlert;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the facts of alerts into the outbox. */
@ApplicationScoped
class OutboxAlertEvents implements AlertEvents {

    private final Outbox outbox;

    OutboxAlertEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void raised(VitalAlert alert) {
        outbox.append(new OutboundEvent(Ids.next(), VitalAlertRaisedV1.TYPE, alert.patientId(), alert.raisedAt(), VitalAlertRaisedV1.of(alert)));
    }
}
