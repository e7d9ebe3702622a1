package health.stillpoint.session.integration.domain;

/** Phase of the neuroplastic window after a dose (programme section 9). */
public enum WindowPhase {
    /** Before the patient is recovered: support only. */
    ACUTE,
    EARLY,
    PRIME,
    /** Still counts, marked late. */
    EXTENDED,
    /** Booster work; the task is overdue. */
    TAIL,
    /** No longer linked to the dose. */
    CLOSED
}
