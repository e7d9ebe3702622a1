package health.stillpoint.patient.screening.domain;

/** How heavy a finding weighs, lightest first (programme.md section 4). */
public enum FindingClass {
    /** Worth knowing. */
    INFO,
    /** Warning and a changed monitoring plan. */
    CAUT,
    /** Needs a documented clearance by a physician, valid for at most 90 days. */
    REL,
    /** Dosing impossible while the finding stands; nobody can override it. */
    ABS
}
