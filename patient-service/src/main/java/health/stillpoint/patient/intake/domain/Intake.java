package health.stillpoint.patient.intake.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a patient's intake evaluation. A draft is edited freely; a signed one is never changed, a correction is
 * a new version with its own author (architecture.md section 4, invariant 7).
 *
 * @param number 1, 2, 3.. of this patient
 */
public record Intake(
        UUID id, PatientId patientId, int number, IntakeContent content, UUID author, State state) {

    /** Where an intake stands. */
    public sealed interface State {

        /** Still being written. */
        record Draft() implements State { }

        /** Signed by a licensed clinician; immutable from here. */
        record Signed(UUID by, Instant at) implements State { }
    }

    public static Intake draft(UUID id, PatientId patientId, int number, IntakeContent content, UUID author) {
        return new Intake(id, patientId, number, content, author, new State.Draft());
    }

    public Intake edit(IntakeContent changed, UUID editor) {
        return switch (state) {
            case State.Draft draft -> new Intake(id, patientId, number, changed, editor, draft);
            case State.Signed _ -> throw new IntakeRefusal.Signed();
        };
    }

    public Intake sign(UUID clinician, Instant at) {
        return switch (state) {
            case State.Draft _ -> {
                List<String> missing = IntakeCompleteness.missing(content);
                if (!missing.isEmpty()) {
                    throw new IntakeRefusal.Incomplete(missing);
                }
                List<String> contradictory = IntakeCompleteness.contradictory(content);
                if (!contradictory.isEmpty()) {
                    throw new IntakeRefusal.Contradictory(contradictory);
                }
                yield new Intake(id, patientId, number, content, author, new State.Signed(clinician, at));
            }
            case State.Signed _ -> throw new IntakeRefusal.Signed();
        };
    }

    /** When it was signed; empty for a draft. */
    public Optional<Instant> signedAt() {
        return state instanceof State.Signed signed ? Optional.of(signed.at()) : Optional.empty();
    }

    public boolean isSigned() {
        return state instanceof State.Signed;
    }
}
