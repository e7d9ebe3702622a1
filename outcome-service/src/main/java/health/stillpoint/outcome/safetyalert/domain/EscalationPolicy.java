package health.stillpoint.outcome.safetyalert.domain;

import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long an alert may stay unheard before it is passed on (docs/clinical-sources.md#escalation).
 *
 * @param amber by the next business day
 * @param orange the same day
 * @param red immediately
 */
public record EscalationPolicy(Duration amber, Duration orange, Duration red) {

    /** The time allowed for a severity. */
    public Duration allowedFor(AlertSeverity severity) {
        return switch (severity) {
            case GREEN, AMBER -> amber;
            case ORANGE -> orange;
            case RED -> red;
        };
    }

    /** The shortest of them: nothing younger can be unheard. */
    public Duration shortest() {
        return Stream.of(amber, orange, red).min(Duration::compareTo).orElseThrow();
    }
}
