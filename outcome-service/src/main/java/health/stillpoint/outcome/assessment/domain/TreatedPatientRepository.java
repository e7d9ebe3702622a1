package health.stillpoint.outcome.assessment.domain;

import java.util.Optional;

/** What this service knows of the clinic's patients. */
public interface TreatedPatientRepository {

    Optional<TreatedPatient> withId(PatientId id);

    void save(TreatedPatient patient);
}
