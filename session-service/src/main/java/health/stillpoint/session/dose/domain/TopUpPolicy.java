package health.stillpoint.session.dose.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether a second injection may follow in the same session: once, by needle or line, 15 minutes or more after the first,
 * at most half of it, patient awake (MOAA/S 5) and blood pressure below alert. What both must keep together, the cap first,
 * is asked of the order.
 *
 * <p>Dosing section 2, cumulative limits, tag P (docs/clinical-sources.md#top-up).
 */
public final class TopUpPolicy {

    public enum Refusal {
        TOP_UP_ROUTE,
        TOP_UP_REPEATED,
        TOP_UP_TOO_EARLY,
        TOP_UP_TOO_LARGE,
        /** Signed before the first dose: nobody could know yet how the patient would bear it. */
        TOP_UP_ORDERED_BEFORE_FIRST_DOSE,
        /** No MOAA/S, or no blood pressure, in the minutes before. */
        READING_MISSING,
        NOT_FULLY_AWAKE,
        BLOOD_PRESSURE_ALERT
    }

    /**
     * The numbers, each P.
     *
     * @param earliest after the end of the first dose
     * @param largestShare of the first dose
     * @param readingAtMost how old the readings may be (ours)
     */
    public record Limits(Duration earliest, BigDecimal largestShare, Duration readingAtMost) {
    }

    /**
     * What was measured in the session.
     *
     * @param pressureAlert a threshold of the alert table was crossed; null when no blood pressure was taken
     */
    public record Reading(Instant measuredAt, Integer moaas, Boolean pressureAlert) {
    }

    /**
     * @param topUpsGiven second injections of this session so far
     * @param milligrams null without an order, which the dose guard refuses
     * @param orderSignedAt null without an order
     */
    public record Facts(Route route, int topUpsGiven, BigDecimal firstMilligrams, Instant firstStartedAt, Instant firstEndedAt,
            BigDecimal milligrams, Instant orderSignedAt, List<Reading> readings, Instant at) {
    }

    private final Limits limits;

    public TopUpPolicy(Limits limits) {
        this.limits = limits;
    }

    public List<Refusal> refusals(Facts facts) {
        List<Refusal> refusals = new ArrayList<>();
        refuse(!facts.route().parenteral(), Refusal.TOP_UP_ROUTE, refusals);
        refuse(facts.topUpsGiven() > 0, Refusal.TOP_UP_REPEATED, refusals);
        refuse(facts.at().isBefore(facts.firstEndedAt().plus(limits.earliest())), Refusal.TOP_UP_TOO_EARLY, refusals);
        refuse(facts.milligrams() != null && facts.milligrams().compareTo(facts.firstMilligrams().multiply(limits.largestShare())) > 0, Refusal.TOP_UP_TOO_LARGE, refusals);
        refuse(facts.orderSignedAt() != null && facts.orderSignedAt().isBefore(facts.firstStartedAt()), Refusal.TOP_UP_ORDERED_BEFORE_FIRST_DOSE, refusals);
        List<Reading> fresh = facts.readings().stream().filter(reading -> fresh(reading, facts)).toList();
        List<Integer> awareness = fresh.stream().map(Reading::moaas).filter(Objects::nonNull).toList();
        List<Boolean> pressure = fresh.stream().map(Reading::pressureAlert).filter(Objects::nonNull).toList();
        refuse(awareness.isEmpty() || pressure.isEmpty(), Refusal.READING_MISSING, refusals);
        refuse(awareness.stream().anyMatch(moaas -> moaas != 5), Refusal.NOT_FULLY_AWAKE, refusals);
        refuse(pressure.contains(true), Refusal.BLOOD_PRESSURE_ALERT, refusals);
        return List.copyOf(refusals);
    }

    private boolean fresh(Reading reading, Facts facts) {
        return !reading.measuredAt().isAfter(facts.at()) && !reading.measuredAt().isBefore(facts.at().minus(limits.readingAtMost()))
                && !reading.measuredAt().isBefore(facts.firstEndedAt());
    }

    private static void refuse(boolean unmet, Refusal refusal, List<Refusal> refusals) {
        if (unmet) {
            refusals.add(refusal);
        }
    }
}
