package health.stillpoint.patient.patients.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register of one clinic's patients. */
public interface PatientRepository {

    /** Adds a patient; refused when an identifier is taken. */
    Versioned<Patient> add(Patient patient, UUID registeredBy);

    Optional<Versioned<Patient>> withId(PatientId id);

    /** The same, and nobody else moves this patient's record until the transaction ends. */
    Optional<Versioned<Patient>> withIdLocked(PatientId id);

    Versioned<Patient> save(Patient patient);

    /** Up to {@code limit} patients registered after the given one, oldest first. */
    List<Versioned<Patient>> after(UUID last, ProgrammeState state, int limit);
}
