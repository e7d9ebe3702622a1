package health.stillpoint.patient.programme.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of each patient's way, and every step they took. */
public interface ProgrammeRepository {

    /** Empty while nothing has happened since registration. */
    Optional<Programme> of(PatientId id);

    /** Stores the facts and adds the steps; {@code by} is who or what caused them. */
    void save(PatientId id, Programme programme, List<Transition> steps, String by, String closingNote);

    /** All steps, oldest first. */
    List<RecordedTransition> history(PatientId id);

    /** A step and who caused it. */
    record RecordedTransition(Transition transition, String by, Instant recordedAt) { }
}
