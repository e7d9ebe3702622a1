package health.stillpoint.outcome.identity.domain;

import java.util.UUID;

/** What this service keeps that could tell who a patient is: the words clinicians wrote on safety alerts. */
public interface IdentityRepository {

    /** Takes those words out; answers are numbers and stay. */
    void remove(UUID patientId);
}
