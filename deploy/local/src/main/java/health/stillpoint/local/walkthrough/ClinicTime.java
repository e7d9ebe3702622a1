package health.stillpoint.local.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The movable clock of a sandbox clinic, through the public API. */
final class ClinicTime {

    private static final String PATH = "/api/v1/sandbox/clock";

    private final ApiClient.SignedIn administrator;
    private long offsetSeconds;

    ClinicTime(ApiClient.SignedIn administrator) {
        this.administrator = administrator;
        follow(administrator.get(PATH).expect(200));
    }

    /** The clinic's time, whole seconds. */
    Instant now() {
        return Instant.now().plusSeconds(offsetSeconds).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Moves the clock on by this much. */
    void advance(Duration by) {
        advanceTo(now().plus(by));
    }

    /** Moves the clock to this time; does nothing when it is past already. */
    void advanceTo(Instant time) {
        if (time.isAfter(now())) {
            follow(administrator.put(PATH, Form.of("now", time)).expect(200));
        }
    }

    private void follow(Answer clock) {
        offsetSeconds = clock.required("offsetSeconds").asLong();
    }
}
