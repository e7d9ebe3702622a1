package health.stillpoint.local.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's time, moved forward by a test. */
final class MovableClock implements InstantSource {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    void advance(Duration by) {
        offset = offset.plus(by);
    }
}
