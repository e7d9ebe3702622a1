package health.stillpoint.patient.intake.api;

import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeCompleteness;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.Nature;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An intake and what the rules read from it.
 *
 * @param number 1, 2, 3.. of this patient; {@code version} counts the changes of this record
 * @param missing mandatory parts still unsaid
 * @param natureQuestioned ratings that an instrument contradicts
 */
public record IntakeView(
        UUID id,
        long version,
        UUID patientId,
        int number,
        Status status,
        UUID author,
        UUID signedBy,
        Instant signedAt,
        IntakeBody content,
        List<String> missing,
        Set<Nature> dominantNature,
        Set<Nature> natureQuestioned,
        Set<LowStartTrigger> lowStartTriggers) {

    /** A draft is edited, a signed intake is not. */
    public enum Status { DRAFT, SIGNED }

    static IntakeView of(Versioned<Intake> stored, Intakes.Reading reading) {
        Intake intake = stored.value();
        Intake.State.Signed signed = intake.state() instanceof Intake.State.Signed s ? s : null;
        return new IntakeView(intake.id(), stored.version(), intake.patientId().value(), intake.number(),
                signed == null ? Status.DRAFT : Status.SIGNED, intake.author(),
                signed == null ? null : signed.by(), signed == null ? null : signed.at(),
                IntakeBody.of(intake.content()), IntakeCompleteness.missing(intake.content()),
                reading.dominant(), reading.questioned(), reading.lowStart());
    }

    @Override
    public String toString() {
        return "IntakeView[" + id + "]";
    }
}
