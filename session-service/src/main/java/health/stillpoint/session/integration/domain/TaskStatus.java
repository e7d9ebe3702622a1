package health.stillpoint.session.integration.domain;

/** Where an integration task stands. */
public enum TaskStatus {
    OPEN,
    /** The due time has passed and was told to everybody. */
    OVERDUE,
    COMPLETED
}
