package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Screening visits and their clearances. */
public interface ScreeningRepository {

    void add(Screening screening);

    void add(PatientId patientId, Clearance clearance);

    Optional<Screening> withId(PatientId patientId, UUID id);

    /** Newest first. */
    List<Screening> of(PatientId patientId);

    /** The one recorded last. */
    Optional<Screening> latest(PatientId patientId);
}
