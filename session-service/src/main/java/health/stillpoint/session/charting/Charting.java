package health.stillpoint.session.charting;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.session.charting.domain.Sequence;
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
        if (given.isAfter(now.plus(config.clocksApart()))) {
            throw Problem.of(422, "in-the-future", "A clinical time lies in the future")
                    .violations(List.of(new Violation(field, "body", "must not lie in the future"))).toException();
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses (422), naming every moment that lies before what must have happened first. */
    public void inOrder(List<Sequence> sequences) {
        List<Violation> violations = sequences.stream().filter(sequence -> sequence.reversed(config.clocksApart()))
                .map(sequence -> new Violation(sequence.field(), "body", "must not lie before " + sequence.what())).toList();
        if (!violations.isEmpty()) {
            throw Problem.of(422, "out-of-order", "A clinical time lies before what must have happened first")
                    .violations(violations).toException();
        }
    }

    /** How far the clock of a device and ours may differ. */
    public Duration clocksApart() {
        return config.clocksApart();
    }

    /** True when written down more than the configured time after it happened. */
    public boolean late(Instant happened) {
        return Duration.between(happened, clock.now()).compareTo(config.lateAfter()) > 0;
    }
}
