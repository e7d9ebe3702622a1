package health.stillpoint.patient.treatment.domain;

import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.SeverityPolicy;
import health.stillpoint.patient.treatment.domain.Resistance.Reason;
import health.stillpoint.patient.treatment.domain.TreatmentClass.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stages of treatment resistance (programme.md section 2.6; stage 2 is the consensus definition of Bokma 2019).
 *
 * <pre>
 * 0 no adequate trial failed
 * 1 an adequate trial failed
 * 2 an adequate first-line medication and an adequate psychotherapy failed, severity above threshold
 * 3 adequate medications of two classes and an adequate psychotherapy failed
 * 4 stage 3, and augmentation or a third class failed, and SDS or CGI-S very high
 * </pre>
 */
public final class ResistancePolicy {

    private ResistancePolicy() { }

    /** @param severity null while no intake is signed: then not above threshold */
    public static Resistance stage(
            List<PriorTreatment> trials, Diagnosis diagnosis, IntakeContent.Severity severity, TreatmentLimits limits) {
        List<TrialAssessment> rows = trials.stream()
                .map(trial -> AdequacyPolicy.assess(trial, diagnosis, limits))
                .toList();
        int intolerances = (int) rows.stream().filter(TrialAssessment::intolerance).count();
        List<Reason> reasons = new ArrayList<>();
        int stage = stage(rows, severity, limits, reasons);
        return new Resistance(stage, rows, intolerances, List.copyOf(reasons));
    }

    private static int stage(
            List<TrialAssessment> rows, IntakeContent.Severity severity, TreatmentLimits limits, List<Reason> reasons) {
        Set<TreatmentClass> failed = failedClasses(rows);
        Set<TreatmentClass> medications = ofKind(failed, Counts.MEDICATION);
        boolean psychotherapyFailed = !ofKind(failed, Counts.PSYCHOTHERAPY).isEmpty();
        if (medications.isEmpty() && !psychotherapyFailed) {
            reasons.add(Reason.NO_ADEQUATE_TRIAL_FAILED);
            return 0;
        }
        reasons.add(Reason.ADEQUATE_TRIAL_FAILED);
        boolean severe = SeverityPolicy.aboveThreshold(severity, limits.cgiSeverity());
        reasons.add(severe ? Reason.SEVERITY_ABOVE_THRESHOLD : Reason.SEVERITY_NOT_ABOVE_THRESHOLD);
        boolean firstLineFailed = medications.stream().anyMatch(limits.firstLine()::contains);
        if (psychotherapyFailed && firstLineFailed) {
            reasons.add(Reason.FIRST_LINE_AND_PSYCHOTHERAPY_FAILED);
        }
        if (!psychotherapyFailed || medications.size() < limits.classesStageThree()) {
            return psychotherapyFailed && firstLineFailed && severe ? 2 : 1;
        }
        reasons.add(Reason.TWO_CLASSES_AND_PSYCHOTHERAPY_FAILED);
        return isStageFour(failed, medications, severity, limits, reasons) ? 4 : 3;
    }

    private static boolean isStageFour(
            Set<TreatmentClass> failed,
            Set<TreatmentClass> medications,
            IntakeContent.Severity severity,
            TreatmentLimits limits,
            List<Reason> reasons) {
        boolean augmentationFailed = !ofKind(failed, Counts.AUGMENTATION).isEmpty();
        boolean thirdClassFailed = medications.size() >= limits.classesStageFour();
        boolean severelyDisabled = isSeverelyDisabled(severity, limits);
        if (augmentationFailed) {
            reasons.add(Reason.AUGMENTATION_FAILED);
        }
        if (thirdClassFailed) {
            reasons.add(Reason.THREE_CLASSES_FAILED);
        }
        if (severelyDisabled) {
            reasons.add(Reason.SEVERELY_DISABLED);
        }
        return (augmentationFailed || thirdClassFailed) && severelyDisabled;
    }

    private static boolean isSeverelyDisabled(IntakeContent.Severity severity, TreatmentLimits limits) {
        if (severity == null) {
            return false;
        }
        return atLeast(severity.sheehanDisability(), limits.sheehanDisabilityStageFour())
                || atLeast(severity.cgiSeverity(), limits.cgiSeverityStageFour());
    }

    private static Set<TreatmentClass> failedClasses(List<TrialAssessment> rows) {
        return rows.stream()
                .filter(TrialAssessment::failed)
                .map(TrialAssessment::treatmentClass)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<TreatmentClass> ofKind(Set<TreatmentClass> classes, Counts kind) {
        return classes.stream().filter(c -> c.counts() == kind).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean atLeast(Integer value, int limit) {
        return value != null && value >= limit;
    }
}
