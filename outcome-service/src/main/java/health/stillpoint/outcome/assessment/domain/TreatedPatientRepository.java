package health.stillpoint.outcome.assessment.domain;

import java.util.Optional;

/** What this service knows of the clinic's patients. */
public interface TreatedPatientRepository {

    /** Empty also when the facts about an erased person were deleted. */
    Optional<TreatedPatient> withId(PatientId id);

    /** Whether the identity of this person was removed: nothing is asked any more. */
    boolean isErased(PatientId id);

    /** Whether the facts about an erased person were deleted: nothing told later is taken up. */
    boolean isForgotten(PatientId id);

    void save(TreatedPatient patient);
}
