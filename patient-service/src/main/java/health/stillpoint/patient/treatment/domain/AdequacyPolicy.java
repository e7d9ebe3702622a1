package health.stillpoint.patient.treatment.domain;

import static health.stillpoint.patient.treatment.domain.TreatmentOutcome.INTOLERANT;
import static health.stillpoint.patient.treatment.domain.TreatmentOutcome.NONE;
import static health.stillpoint.patient.treatment.domain.TreatmentOutcome.PARTIAL;
import static health.stillpoint.patient.treatment.domain.TreatmentOutcome.WORSE;

import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.treatment.domain.TrialAssessment.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an earlier trial was adequate and whether it failed (programme.md section 2.5; eight weeks from the synthesis
 * of Bokma 2019). Everything that is missing is named; what was not recorded is not adequate. Intolerance counts, apart
 * from failure, only before adequacy; an adequate trial that ended in it is neither.
 */
public final class AdequacyPolicy {

    private static final Set<TreatmentOutcome> NOT_HELPED = EnumSet.of(PARTIAL, NONE, WORSE);

    private AdequacyPolicy() { }

    /** @param diagnosis the primary diagnosis, null while unknown */
    public static TrialAssessment assess(PriorTreatment trial, Diagnosis diagnosis, TreatmentLimits limits) {
        List<Reason> lacking = lacking(trial, diagnosis, limits);
        boolean adequate = lacking.isEmpty();
        boolean failed = adequate && NOT_HELPED.contains(trial.outcome());
        boolean intolerant = trial.outcome() == INTOLERANT;
        List<Reason> reasons = new ArrayList<>(lacking);
        if (adequate) {
            reasons.add(Reason.ADEQUATE);
        }
        if (trial.treatmentClass().counts() == TreatmentClass.Counts.AUGMENTATION) {
            reasons.add(Reason.AUGMENTATION);
        }
        if (failed) {
            reasons.add(Reason.FAILED);
        } else if (intolerant) {
            reasons.add(Reason.INTOLERANT);
        } else if (adequate) {
            reasons.add(Reason.HELPED);
        }
        return new TrialAssessment(
                trial.id(), trial.treatmentClass(), adequate, failed, intolerant && !adequate, List.copyOf(reasons));
    }

    private static List<Reason> lacking(PriorTreatment trial, Diagnosis diagnosis, TreatmentLimits limits) {
        if (trial.treatmentClass() == TreatmentClass.BUSPIRONE && diagnosis != Diagnosis.GAD) {
            return List.of(Reason.ONLY_STAGED_IN_GAD);
        }
        return switch (trial.treatmentClass().counts()) {
            case MEDICATION, AUGMENTATION -> lackingOfMedication(trial, limits);
            case PSYCHOTHERAPY -> lackingOfTherapy(trial, limits);
            case NOTHING -> List.of(Reason.CLASS_NOT_STAGED);
        };
    }

    private static List<Reason> lackingOfMedication(PriorTreatment trial, TreatmentLimits limits) {
        List<Reason> lacking = new ArrayList<>();
        Optional<BigDecimal> least = trial.treatmentClass().leastDailyMilligrams(trial.agent());
        if (least.isEmpty()) {
            lacking.add(Reason.LEAST_DOSE_UNKNOWN);
        } else if (trial.maxDailyDoseMilligrams() == null) {
            lacking.add(Reason.DOSE_UNKNOWN);
        } else if (trial.maxDailyDoseMilligrams().compareTo(least.get()) < 0) {
            lacking.add(Reason.DOSE_BELOW_LEAST);
        }
        addIfShort(lacking, trial.weeksAtAdequateDose(), limits.adequateWeeks(),
                Reason.WEEKS_UNKNOWN, Reason.TOO_FEW_WEEKS);
        if (!trial.adherent()) {
            lacking.add(Reason.NOT_ADHERENT);
        }
        return lacking;
    }

    private static List<Reason> lackingOfTherapy(PriorTreatment trial, TreatmentLimits limits) {
        List<Reason> lacking = new ArrayList<>();
        int leastSessions = trial.treatmentClass() == TreatmentClass.EXPOSURE
                ? limits.exposureSessions()
                : limits.cbtSessions();
        addIfShort(lacking, trial.sessions(), leastSessions, Reason.SESSIONS_UNKNOWN, Reason.TOO_FEW_SESSIONS);
        addIfShort(lacking, trial.weeksAtAdequateDose(), limits.adequateWeeks(),
                Reason.WEEKS_UNKNOWN, Reason.TOO_FEW_WEEKS);
        if (!Boolean.TRUE.equals(trial.exposureOrCognitiveWork())) {
            lacking.add(Reason.NO_EXPOSURE_OR_COGNITIVE_WORK);
        }
        return lacking;
    }

    private static void addIfShort(List<Reason> lacking, Integer found, int least, Reason unknown, Reason tooFew) {
        if (found == null) {
            lacking.add(unknown);
        } else if (found < least) {
            lacking.add(tooFew);
        }
    }
}
