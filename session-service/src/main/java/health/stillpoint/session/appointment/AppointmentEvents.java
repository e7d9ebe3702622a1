package health.stillpoint.session.appointment;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;

/** Tells the other services what is booked. */
public interface AppointmentEvents {

    void booked(TreatmentSession session, Instant at);
}
