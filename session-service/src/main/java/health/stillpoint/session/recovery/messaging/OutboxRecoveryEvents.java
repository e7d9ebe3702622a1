package health.stillpoint.session.recovery.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.recovery.RecoveryEvents;
import health.stillpoint.session.recovery.domain.Discharge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Puts the facts of discharges into the outbox. */
@ApplicationScoped
class OutboxRecoveryEvents implements RecoveryEvents {

    private final Outbox outbox;

    OutboxRecoveryEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void discharged(Discharge discharge, UUID courseId) {
        outbox.append(new OutboundEvent(Ids.next(), SessionDischargedV1.TYPE, discharge.patientId(), discharge.dischargedAt(),
                SessionDischargedV1.of(discharge, courseId)));
    }
}
