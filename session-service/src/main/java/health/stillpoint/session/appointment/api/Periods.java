package health.stillpoint.session.appointment.api;

import java.time.Duration;
import java.time.Instant;

/** Checks planned periods. */
final class Periods {

    private Periods() {
    }

    /** True when one of both is absent, which another constraint reports, or the period is positive and not too long. */
    static boolean plausible(Instant start, Instant end, Duration longest) {
        return start == null || end == null || end.isAfter(start) && Duration.between(start, end).compareTo(longest) <= 0;
    }
}
