package health.stillpoint.session.dose.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doses given; added, never changed. */
public interface DoseRepository {

    Optional<Dose> withId(UUID id);

    /** The dose of a session and, behind it, a top-up. */
    List<Dose> ofSession(UUID sessionId);

    /** Everything the patient was given, oldest first. */
    List<Dose> ofPatientInFull(UUID patientId);

    /** True when a dose was given by this order. */
    boolean orderUsed(UUID orderId);

    Dose add(Dose dose);
}
