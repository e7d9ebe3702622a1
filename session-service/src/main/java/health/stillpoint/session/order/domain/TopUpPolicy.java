package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a second injection may follow in the same session: once, by needle or line, 15 minutes or more after the first,
 * at most half of it, both together within the cap, patient awake (MOAA/S 5) and blood pressure below alert.
 *
 * <p>Dosing section 2, cumulative limits, tag P (docs/clinical-sources.md#top-up).
 */
public final class TopUpPolicy {

    public enum Refusal {
        TOP_UP_ROUTE,
        TOP_UP_REPEATED,
        TOP_UP_TOO_EARLY,
        TOP_UP_TOO_LARGE,
        OVER_CAP,
        NOT_FULLY_AWAKE,
        BLOOD_PRESSURE_ALERT
    }

    /**
     * @param lastMoaas MOAA/S of the latest full reading; null when none, which refuses
     * @param bloodPressureAlert null when no reading exists, which refuses
     */
    public record Facts(Route route, int topUpsGiven, BigDecimal firstMilligrams, Instant firstEndedAt,
            BigDecimal milligrams, BigDecimal capMilligrams, Integer lastMoaas, Boolean bloodPressureAlert, Instant at) {
    }

    static final Duration EARLIEST = Duration.ofMinutes(15);
    static final BigDecimal LARGEST_SHARE = new BigDecimal("0.5");

    private TopUpPolicy() {
    }

    public static List<Refusal> refusals(Facts facts) {
        List<Refusal> refusals = new ArrayList<>();
        if (!facts.route().parenteral()) {
            refusals.add(Refusal.TOP_UP_ROUTE);
        }
        if (facts.topUpsGiven() > 0) {
            refusals.add(Refusal.TOP_UP_REPEATED);
        }
        if (facts.at().isBefore(facts.firstEndedAt().plus(EARLIEST))) {
            refusals.add(Refusal.TOP_UP_TOO_EARLY);
        }
        if (facts.milligrams().compareTo(facts.firstMilligrams().multiply(LARGEST_SHARE)) > 0) {
            refusals.add(Refusal.TOP_UP_TOO_LARGE);
        }
        if (facts.firstMilligrams().add(facts.milligrams()).compareTo(facts.capMilligrams()) > 0) {
            refusals.add(Refusal.OVER_CAP);
        }
        if (facts.lastMoaas() == null || facts.lastMoaas() != 5) {
            refusals.add(Refusal.NOT_FULLY_AWAKE);
        }
        if (facts.bloodPressureAlert() == null || facts.bloodPressureAlert()) {
            refusals.add(Refusal.BLOOD_PRESSURE_ALERT);
        }
        return List.copyOf(refusals);
    }
}
