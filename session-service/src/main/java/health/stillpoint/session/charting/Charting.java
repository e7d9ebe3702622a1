package health.stillpoint.session.charting;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.kit.time.ClinicClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Keeps apart when something happened and when it was written down. */
@ApplicationScoped
public class Charting {

    private final ClinicClock clock;
    private final ChartingConfig config;

    Charting(ClinicClock clock, ChartingConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** Clinic time of this operation. */
    public Instant now() {
        return clock.now();
    }

    /** When it happened: the given moment, or now when none is given. A moment in the future is refused (422). */
    public Instant happened(Instant given, String field) {
        Instant now = clock.now();
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(config.aheadAllowed()))) {
            throw Problem.of(422, "in-the-future", "A clinical time lies in the future")
                    .violations(List.of(new Violation(field, "body", "must not lie in the future"))).toException();
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** True when written down more than the configured time after it happened. */
    public boolean late(Instant happened) {
        return Duration.between(happened, clock.now()).compareTo(config.lateAfter()) > 0;
    }
}
