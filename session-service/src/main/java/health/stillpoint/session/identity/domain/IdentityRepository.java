package health.stillpoint.session.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** What this service keeps that could tell who a patient is. */
public interface IdentityRepository {

    /** Takes names and free texts out of the patient's sessions; what was measured and given stays. */
    void remove(UUID patientId, Instant at);
}
