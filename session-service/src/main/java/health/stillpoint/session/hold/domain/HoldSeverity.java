package health.stillpoint.session.hold.domain;

/** Severity of a hold; a hard block cannot be overridden. */
public enum HoldSeverity {
    AMBER,
    ORANGE,
    RED,
    HARD_BLOCK
}
