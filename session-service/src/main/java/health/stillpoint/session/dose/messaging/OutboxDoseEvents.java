package health.stillpoint.session.dose.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.dose.DoseEvents;
import health.stillpoint.session.dose.domain.Dose;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the facts of doses into the outbox. */
@ApplicationScoped
class OutboxDoseEvents implements DoseEvents {

    private final Outbox outbox;

    OutboxDoseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void administered(Dose dose) {
        outbox.append(new OutboundEvent(Ids.next(), DoseAdministeredV1.TYPE, dose.patientId(), dose.administrationEndedAt(), DoseAdministeredV1.of(dose)));
    }
}
