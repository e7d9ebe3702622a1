package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything a decision looks at, kept with the decision so that the same rule set computes the same from it. A later rule set may
 * conclude something else from it, also for want of what was not yet asked then.
 *
 * @param intakeId the signed intake; null while there is none
 * @param screeningId the latest screening; null while there is none
 * @param screenedOn day of the screening where the patient lives
 * @param earlierExclusions absolute and relative findings of the screenings, and diagnoses of the intakes, before the latest one; named as
 *     decisions are stored. Those stored before they were weighed have none, or absolute ones alone
 * @param suicideAlertAt when the last C-SSRS alert HIGH was raised; null = never, also in decisions stored before it was weighed
 * @param suicideModerateAlertAt the same of MODERATE
 * @param stoppedForHarmAt when the programme was last stopped for a contraindication, a serious adverse event or a death; null = never, also in
 *        decisions stored before it was weighed
 * @param today day of the decision where the patient lives
 * @param timeZone where the patient lives
 */
public record CandidacyInputs(
        int ageYears,
        SexAtBirth sexAtBirth,
        UUID intakeId,
        IntakeContent intake,
        List<PriorTreatment> priorTreatments,
        UUID screeningId,
        ScreeningAnswers screening,
        LocalDate screenedOn,
        List<Clearance> clearances,
        List<EarlierFinding> earlierExclusions,
        Instant suicideAlertAt,
        Instant suicideModerateAlertAt,
        Override override,
        Instant stoppedForHarmAt,
        LocalDate today,
        ZoneId timeZone,
        Instant at) {

    public CandidacyInputs {
        priorTreatments = List.copyOf(priorTreatments);
        clearances = List.copyOf(clearances);
        earlierExclusions = earlierExclusions == null ? List.of() : List.copyOf(earlierExclusions);
    }

    private Map<SuicideRisk, Instant> alertedAt() {
        Map<SuicideRisk, Instant> alertedAt = new EnumMap<>(SuicideRisk.class);
        if (suicideAlertAt != null) {
            alertedAt.put(SuicideRisk.HIGH, suicideAlertAt);
        }
        if (suicideModerateAlertAt != null) {
            alertedAt.put(SuicideRisk.MODERATE, suicideModerateAlertAt);
        }
        return alertedAt;
    }

    /** The same a birthday later: what age alone will change. */
    public CandidacyInputs aYearOlder() {
        return new CandidacyInputs(ageYears + 1, sexAtBirth, intakeId, intake, priorTreatments, screeningId, screening, screenedOn,
                clearances, earlierExclusions, suicideAlertAt, suicideModerateAlertAt, override, stoppedForHarmAt,
                today, timeZone, at);
    }

    /** The same of a person born as those inputs say: what the rules would say had nothing been corrected since. */
    public CandidacyInputs bornAs(CandidacyInputs known) {
        return new CandidacyInputs(known.ageYears, known.sexAtBirth, intakeId, intake, priorTreatments, screeningId, screening, screenedOn,
                clearances, earlierExclusions, suicideAlertAt, suicideModerateAlertAt, override, stoppedForHarmAt,
                today, timeZone, at);
    }

    /** Null while no intake is signed. */
    Diagnosis primaryDiagnosis() {
        return intake == null ? null : intake.primaryDiagnosis().code();
    }

    /** Beside the primary diagnosis, by the latest signed intake. */
    boolean isDiagnosed(Comorbidity secondary) {
        return intake != null && intake.comorbidities().contains(secondary);
    }

    /** What the screening rules look at; null while there is no screening. */
    ScreeningCase screeningCase() {
        return screening == null ? null : new ScreeningCase(screening, ageYears, sexAtBirth, intake, screenedOn, today, alertedAt());
    }

    /**
     * A psychiatrist lets a patient through who has not yet failed an adequate trial (programme.md section 6 rule 4).
     *
     * @param byPsychiatrist whether the clinic knows who decides as a psychiatrist; nobody else overrides anything, also in decisions
     *     stored before it was asked
     */
    public record Override(Code code, String reason, Boolean byPsychiatrist) {

        public enum Code { PATIENT_CANNOT_WAIT }

        public Override {
            byPsychiatrist = Boolean.TRUE.equals(byPsychiatrist);
        }

        public Override by(boolean psychiatrist) {
            return new Override(code, reason, psychiatrist);
        }

        @java.lang.Override
        public String toString() {
            return "Override[" + code + "]";
        }
    }

    /** Never what was found: records end up in logs. */
    @java.lang.Override
    public String toString() {
        return "CandidacyInputs[withheld]";
    }
}
