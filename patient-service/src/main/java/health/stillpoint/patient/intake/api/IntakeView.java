package health.stillpoint.patient.intake.api;

import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.EvidenceBadge;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeCompleteness;
import health.stillpoint.patient.intake.domain.IntakeContent;
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
 * @param diagnosis codes and evidence of the primary diagnosis; absent while none is stated, or outside the scope
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
        DiagnosisView diagnosis,
        List<String> missing,
        Set<Nature> dominantNature,
        Set<Nature> natureQuestioned,
        Set<LowStartTrigger> lowStartTriggers) {

    /** A draft is edited, a signed intake is not. */
    public enum Status { DRAFT, SIGNED }

    /**
     * How the primary diagnosis is coded, and how well its treatment is studied.
     *
     * @param icd10 ICD-10-CM as stated, else the diagnosis' own
     * @param snomed SNOMED CT
     * @param evidence B small randomized trials, C one small active-controlled and open ones, D cases or subscales only
     */
    public record DiagnosisView(String icd10, String snomed, EvidenceBadge evidence) {

        static DiagnosisView of(IntakeContent.PrimaryDiagnosis stated) {
            if (stated == null || !stated.code().inScope()) {
                return null;
            }
            Diagnosis diagnosis = stated.code();
            return new DiagnosisView(stated.icd10() == null ? diagnosis.icd10() : stated.icd10(), diagnosis.snomed(), diagnosis.evidence());
        }
    }

    static IntakeView of(Versioned<Intake> stored, Intakes.Reading reading) {
        Intake intake = stored.value();
        Intake.State.Signed signed = intake.state() instanceof Intake.State.Signed s ? s : null;
        return new IntakeView(intake.id(), stored.version(), intake.patientId().value(), intake.number(),
                signed == null ? Status.DRAFT : Status.SIGNED, intake.author(),
                signed == null ? null : signed.by(), signed == null ? null : signed.at(),
                IntakeBody.of(intake.content()),
                DiagnosisView.of(intake.content().primaryDiagnosis()), IntakeCompleteness.missing(intake.content()),
                reading.dominant(), reading.questioned(), reading.lowStart());
    }

    @Override
    public String toString() {
        return "IntakeView[" + id + "]";
    }
}
