package health.stillpoint.outcome.assessment.domain;

/** Where an assessment stands on clinic time. */
public enum AssessmentStatus {
    /** Planned; its window has not opened. */
    DUE,
    /** May be answered now. */
    OPEN,
    /** Everything required was answered. */
    COMPLETED,
    /** The window is over and something required is missing. Nothing is imputed. */
    MISSED,
    /** The record it was planned under was merged into another or erased before everything required was answered. */
    CANCELLED
}
