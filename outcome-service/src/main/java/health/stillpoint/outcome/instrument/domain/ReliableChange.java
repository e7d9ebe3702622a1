package health.stillpoint.outcome.instrument.domain;

/** Whether a change exceeds what measurement error alone produces (conventions.reliable_change). */
public enum ReliableChange {
    RELIABLE_IMPROVEMENT,
    RELIABLE_DETERIORATION,
    NO_RELIABLE_CHANGE,
    /** The instrument has no index. */
    NOT_AVAILABLE
}
