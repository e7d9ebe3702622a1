package health.stillpoint.patient.treatment.domain;

import java.util.List;

/**
 * Treatment-resistance stage 0..4 with the trials it rests on and the reason of the stage (programme.md section 2.6).
 *
 * @param rows every recorded trial, counted or not
 * @param intolerances trials stopped for intolerance before they were adequate; they do not count as failures
 */
public record Resistance(int stage, List<TrialAssessment> rows, int intolerances, List<Reason> reasons) {

    /** Why the stage is what it is. */
    public enum Reason {
        NO_ADEQUATE_TRIAL_FAILED,
        ADEQUATE_TRIAL_FAILED,
        FIRST_LINE_AND_PSYCHOTHERAPY_FAILED,
        SEVERITY_ABOVE_THRESHOLD,
        SEVERITY_NOT_ABOVE_THRESHOLD,
        TWO_CLASSES_AND_PSYCHOTHERAPY_FAILED,
        AUGMENTATION_FAILED,
        THREE_CLASSES_FAILED,
        SEVERELY_DISABLED
    }
}
