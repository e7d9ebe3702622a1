package health.stillpoint.session.session;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;

/** Tells the other services what was signed. */
public interface SessionEvents {

    void preparationCompleted(TreatmentSession session, Instant at);
}
