package health.stillpoint.outcome.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doses this service has been told of. */
public interface AdministeredDoseRepository {

    Optional<AdministeredDose> withId(UUID id);

    /** A patient's doses, first one first. */
    List<AdministeredDose> of(PatientId patient);

    void add(AdministeredDose dose);
}
