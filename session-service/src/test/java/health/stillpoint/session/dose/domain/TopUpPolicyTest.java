package health.stillpoint.session.dose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpPolicyTest {

    private static final Instant FIRST = Instant.parse("2026-03-09T09:00:00Z");
    private static final TopUpPolicy POLICY = new TopUpPolicy(new TopUpPolicy.Limits(Duration.ofMinutes(15), new BigDecimal("0.5"), Duration.ofMinutes(5)));

    @Test
    void allowsHalfOfTheFirstInjectionAfterFifteenMinutes() {
        assertThat(POLICY.refusals(facts(Route.IM, 0, "20", 15, 5, false))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1} before, {2} mg after {3} min, MOAA/S {4}, pressure alert {5}: {6}")
    @CsvSource({"SL, 0, 20, 15, 5, false, TOP_UP_ROUTE", "IN, 0, 20, 15, 5, false, TOP_UP_ROUTE", "IM, 1, 20, 15, 5, false, TOP_UP_REPEATED",
            "IM, 0, 20, 14, 5, false, TOP_UP_TOO_EARLY", "IM, 0, 20.01, 15, 5, false, TOP_UP_TOO_LARGE", "IM, 0, 20, 15, 4, false, NOT_FULLY_AWAKE",
            "IM, 0, 20, 15, , false, READING_MISSING", "IM, 0, 20, 15, 5, true, BLOOD_PRESSURE_ALERT", "IM, 0, 20, 15, 5, , READING_MISSING"})
    void refusesEverythingElse(Route route, int before, String milligrams, int minutes, Integer moaas, Boolean alert, TopUpPolicy.Refusal expected) {
        assertThat(POLICY.refusals(facts(route, before, milligrams, minutes, moaas, alert))).containsExactly(expected);
    }

    @ParameterizedTest(name = "a reading {0} s before the top-up counts: {1}")
    @CsvSource({"0, true", "300, true", "301, false", "-1, false"})
    void asksForAReadingOfTheLastFiveMinutes(int seconds, boolean counts) {
        Instant at = FIRST.plus(Duration.ofMinutes(30));
        TopUpPolicy.Facts facts = facts(at, FIRST.plusSeconds(60), List.of(new TopUpPolicy.Reading(at.minusSeconds(seconds), 5, false)));

        assertThat(POLICY.refusals(facts).isEmpty()).isEqualTo(counts);
        assertThat(POLICY.refusals(facts).contains(TopUpPolicy.Refusal.READING_MISSING)).isEqualTo(!counts);
    }

    @Test
    void letsNoGoodReadingHideABadOne() {
        Instant at = FIRST.plus(Duration.ofMinutes(30));
        List<TopUpPolicy.Reading> readings = List.of(new TopUpPolicy.Reading(at.minusSeconds(240), 4, true), new TopUpPolicy.Reading(at.minusSeconds(60), 5, false));

        assertThat(POLICY.refusals(facts(at, FIRST.plusSeconds(60), readings)))
                .containsExactly(TopUpPolicy.Refusal.NOT_FULLY_AWAKE, TopUpPolicy.Refusal.BLOOD_PRESSURE_ALERT);
    }

    @ParameterizedTest(name = "an order signed {0} s after the first dose began: refused {1}")
    @CsvSource({"-1, true", "0, false"})
    void asksForAnOrderSignedOnceTheFirstDoseWasGiven(int seconds, boolean refused) {
        Instant at = FIRST.plus(Duration.ofMinutes(30));
        TopUpPolicy.Facts facts = facts(at, FIRST.plusSeconds(seconds), List.of(new TopUpPolicy.Reading(at, 5, false)));

        assertThat(POLICY.refusals(facts).contains(TopUpPolicy.Refusal.TOP_UP_ORDERED_BEFORE_FIRST_DOSE)).isEqualTo(refused);
    }

    private static TopUpPolicy.Facts facts(Route route, int before, String milligrams, int minutes, Integer moaas, Boolean alert) {
        Instant at = FIRST.plus(Duration.ofMinutes(minutes));
        return new TopUpPolicy.Facts(route, before, new BigDecimal("40"), FIRST, FIRST, new BigDecimal(milligrams), FIRST.plusSeconds(60),
                List.of(new TopUpPolicy.Reading(at.minusSeconds(30), moaas, alert)), at);
    }

    private static TopUpPolicy.Facts facts(Instant at, Instant signedAt, List<TopUpPolicy.Reading> readings) {
        return new TopUpPolicy.Facts(Route.IM, 0, new BigDecimal("40"), FIRST, FIRST, new BigDecimal("20"), signedAt, readings, at);
    }
}
