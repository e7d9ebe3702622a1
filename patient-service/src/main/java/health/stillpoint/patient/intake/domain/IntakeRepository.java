package health.stillpoint.patient.intake.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The intake evaluations of each patient, every version kept. */
public interface IntakeRepository {

    Versioned<Intake> add(Intake intake);

    Versioned<Intake> save(Intake intake);

    Optional<Versioned<Intake>> withId(PatientId patientId, UUID id);

    /** Newest first. */
    List<Versioned<Intake>> of(PatientId patientId);

    /** The same, up to {@code limit} behind the given one; null = from the newest. */
    List<Versioned<Intake>> of(PatientId patientId, UUID last, int limit);

    /** The newest signed one of every patient of the clinic. */
    List<Intake> newestSigned();

    /** The newest signed one. */
    default Optional<Intake> latestSigned(PatientId patientId) {
        return of(patientId).stream().map(Versioned::value).filter(Intake::isSigned).findFirst();
    }
}
