package health.stillpoint.session.appointment.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.appointment.AppointmentEvents;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts the facts of bookings into the outbox. */
@ApplicationScoped
class OutboxAppointmentEvents implements AppointmentEvents {

    private final Outbox outbox;

    OutboxAppointmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void booked(TreatmentSession session, Instant at) {
        outbox.append(new OutboundEvent(Ids.next(), AppointmentBookedV1.TYPE, session.patientId(), at, AppointmentBookedV1.of(session)));
    }
}
