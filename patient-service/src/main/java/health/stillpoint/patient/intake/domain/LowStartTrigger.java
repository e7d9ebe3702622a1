package health.stillpoint.patient.intake.domain;

/** Reasons to begin with the low dose and to prepare twice (dosing-and-monitoring.md section 3.2). */
public enum LowStartTrigger {
    FEAR_OF_LOSING_CONTROL,
    LOW_COMFORT_WITH_ALTERED_STATES,
    BAD_ALTERED_STATE_EXPERIENCE,
    PANIC_WITH_INTEROCEPTIVE_FEAR,
    TRAUMA_WITH_PTSD_SYMPTOMS,
    DISSOCIATION_AT_REST,
    AGE_65,
    FIRST_KETAMINE_LOW_START_REQUESTED,
    // Found at screening:
    HEPATIC_MODERATE,
    IX_CYP_INH,
    WEIGHT_LOW,
    ALTERED_STATE_AVERSION,
    /** A physician cleared a finding on the condition to begin low (programme.md section 4: clearance). */
    CLEARANCE
}
