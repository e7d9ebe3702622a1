package health.stillpoint.session.order;

import health.stillpoint.session.course.domain.Route;
import java.time.Instant;
import java.util.UUID;

/** Whether what happened at the last dose by a route allows a higher one (dosing section 3.1). */
public interface Tolerance {

    boolean mayRise(UUID patientId, Route route, Instant at);
}
