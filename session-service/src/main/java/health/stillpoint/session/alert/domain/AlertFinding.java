package health.stillpoint.session.alert.domain;

/** One threshold that a reading crossed. */
public record AlertFinding(AlertCode code, Severity severity) {
}
