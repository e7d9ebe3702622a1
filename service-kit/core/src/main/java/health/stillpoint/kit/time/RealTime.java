package health.stillpoint.kit.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The one place that asks the machine for the time. */
public final class RealTime {

    private RealTime() {
    }

    /** Real time in UTC, cut to microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
