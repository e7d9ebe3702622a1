package health.stillpoint.session.session;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Duration;
import java.time.Instant;

/** What else happens, in the same transaction, when a session is signed; may refuse the signature. */
public interface SigningStep {

    /** @param therapist the signer holds the therapist role */
    void signed(TreatmentSession session, Duration length, boolean therapist, Instant at);
}
