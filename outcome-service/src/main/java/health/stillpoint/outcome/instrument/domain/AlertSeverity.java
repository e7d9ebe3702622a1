package health.stillpoint.outcome.instrument.domain;

/** How soon somebody must act on an alert (instruments.yaml, alert_severities). Ordered from mild to grave. */
public enum AlertSeverity {
    /** No action; never raised as an alert. */
    GREEN,
    /** Clinician review before the next dose; at the latest next business day. */
    AMBER,
    /** Same-day clinician contact; dosing held until cleared. */
    ORANGE,
    /** Immediate: patient not left alone, emergency pathway, dosing stopped, on-call psychiatrist paged. */
    RED
}
