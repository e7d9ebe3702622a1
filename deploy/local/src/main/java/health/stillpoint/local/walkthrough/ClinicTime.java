package health.stillpoint.local.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The movable clock of a sandbox clinic, through the public API. */
final class ClinicTime {

    private static final String PATH = "/api/v1/sandbox/clock";

    private final ApiClient.SignedIn administrator;
    private final Reporter report;
    private long offsetSeconds;

    ClinicTime(ApiClient.SignedIn administrator, Reporter report) {
        this.administrator = administrator;
        this.report = report;
        follow(() -> administrator.get(PATH));
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
        Duration by = Duration.between(now(), time);
        if (by.isPositive()) {
            follow(() -> administrator.put(PATH, Form.of("now", time)));
            report.clockMoved(by);
        }
    }

    /** A service that did not follow in time is asked again, as the API says one may. */
    private void follow(Supplier<Answer> request) {
        Answer clock = Waiting.whileRefused(503, "clock-not-moved", "all services show the same time", request).expect(200);
        offsetSeconds = clock.required("offsetSeconds").asLong();
    }
}
