package health.stillpoint.session.alert.domain;

import java.time.Duration;

/** How urgent an alert is; ordered, the highest wins. Unacknowledged it goes to the next role (dosing section 5.3). */
public enum Severity {
    AMBER(Duration.ofMinutes(15)),
    ORANGE(Duration.ofMinutes(5)),
    RED(Duration.ofMinutes(2));

    private final Duration escalatesAfter;

    Severity(Duration escalatesAfter) {
        this.escalatesAfter = escalatesAfter;
    }

    public Duration escalatesAfter() {
        return escalatesAfter;
    }
}
