package health.stillpoint.outcome.response.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When something was answered and when it was entered; the two are kept apart.
 *
 * <p>A clock may run ahead by {@link #TOLERANCE}. An entry more than {@link #LATE_AFTER} behind its moment is marked
 * (product rules, docs/clinical-sources.md#charting).
 */
public final class ChartingTime {

    /** How far ahead a caller's clock may be. */
    public static final Duration TOLERANCE = Duration.ofMinutes(2);

    /** From here on an entry counts as recorded late. */
    public static final Duration LATE_AFTER = Duration.ofMinutes(15);

    private ChartingTime() {}

    /** Refuses a moment that lies ahead. */
    public static void check(Instant happenedAt, Instant now) {
        if (happenedAt.isAfter(now.plus(TOLERANCE))) {
            throw new ResponseRefusal.AnsweredInTheFuture();
        }
    }

    /** Tells whether something was entered long after it happened. */
    public static boolean isRecordedLate(Instant happenedAt, Instant recordedAt) {
        return happenedAt.plus(LATE_AFTER).isBefore(recordedAt);
    }
}
