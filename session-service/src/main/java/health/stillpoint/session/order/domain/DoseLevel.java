package health.stillpoint.session.order.domain;

/** How deep a dose is expected to go; computed from route and mg/kg, never typed in (dosing section 2, boundaries P). */
public enum DoseLevel {
    /** Talk remains possible. */
    PSYCHOLYTIC,
    TRANSITIONAL,
    PSYCHEDELIC
}
