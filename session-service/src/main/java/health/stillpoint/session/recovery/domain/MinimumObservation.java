package health.stillpoint.session.recovery.domain;

import health.stillpoint.session.course.domain.Route;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a patient is watched at least, however well they are (dosing section 6, docs/clinical-sources.md#observation).
 *
 * <p>Sublingual 120 min from the start of dissolving; IM, SC and nasal 120 min from the end of administration; IV 60 min
 * after the end of the infusion and 100 min from its start.
 */
public final class MinimumObservation {

    private static final Duration TWO_HOURS = Duration.ofMinutes(120);
    private static final Duration AFTER_INFUSION = Duration.ofMinutes(60);
    private static final Duration FROM_INFUSION_START = Duration.ofMinutes(100);

    private MinimumObservation() {
    }

    public static Instant endsAt(Route route, Instant startedAt, Instant endedAt) {
        return switch (route) {
            case SL -> startedAt.plus(TWO_HOURS);
            case IM, SC, IN -> endedAt.plus(TWO_HOURS);
            case IV -> later(endedAt.plus(AFTER_INFUSION), startedAt.plus(FROM_INFUSION_START));
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
