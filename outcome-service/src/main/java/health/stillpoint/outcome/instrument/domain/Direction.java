package health.stillpoint.outcome.instrument.domain;

/** Which way is better on an instrument (conventions.direction). */
public enum Direction {
    LOWER_BETTER,
    HIGHER_BETTER,
    /** Neither way is better: dissociation, mystical experience, sedation. No improvement is computed. */
    NEUTRAL
}
