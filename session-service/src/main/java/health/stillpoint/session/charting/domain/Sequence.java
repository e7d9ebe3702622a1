package health.stillpoint.session.charting.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that cannot have happened before another, however late it is written down.
 *
 * @param field what the caller calls the later moment
 * @param happened the later moment
 * @param after the moment it cannot precede; null when that is not known, which forbids nothing here
 * @param what the earlier thing, in words
 */
public record Sequence(String field, Instant happened, Instant after, String what) {

    /** True when the order is reversed by more than clocks may differ. */
    public boolean reversed(Duration clocksApart) {
        return after != null && happened.isBefore(after.minus(clocksApart));
    }
}
