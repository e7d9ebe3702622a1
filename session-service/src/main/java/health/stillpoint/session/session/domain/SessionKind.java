package health.stillpoint.session.session.domain;

/** What a session is for. */
public enum SessionKind {
    /** Explaining, intention, signals and safety plan before the first dose; at least 60 minutes to count. */
    PREPARATION,
    /** One dose under observation until the patient is recovered. */
    DOSING,
    /** Therapy after a dose; at least 30 minutes to count. */
    INTEGRATION
}
