package health.stillpoint.outcome.assessment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an assessment may be answered, counted from its anchor; negative before it.
 *
 * @param due the intended moment
 * @param opens first moment of the window
 * @param closes last moment of the window
 * @param lateUntil last moment at which an answer is still taken, marked late; absent when the window's end is final
 */
public record WindowRule(Duration due, Duration opens, Duration closes, Optional<Duration> lateUntil) {

    public WindowRule {
        if (opens.compareTo(closes) > 0) {
            throw new IllegalArgumentException("A window opens before it closes");
        }
    }

    /** The window around an anchor. */
    public Window around(Instant anchor) {
        return new Window(
                anchor.plus(opens), anchor.plus(due), Optional.of(anchor.plus(closes)), lateUntil.map(anchor::plus));
    }
}
