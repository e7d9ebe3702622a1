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

    /** The one performed last first; of two performed at once, the one recorded last. */
    List<Screening> of(PatientId patientId);

    /** The same, up to {@code limit} behind the given one; null = from the first. */
    List<Screening> of(PatientId patientId, UUID last, int limit);

    /** The one performed last; of two performed at once, the one recorded last. */
    Optional<Screening> latest(PatientId patientId);
}
