package health.stillpoint.session.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpPolicyTest {

    private static final Instant FIRST = Instant.parse("2026-03-09T09:00:00Z");

    @Test
    void allowsHalfOfTheFirstInjectionAfterFifteenMinutes() {
        assertThat(TopUpPolicy.refusals(facts(Route.IM, 0, "20", 15, 5, false))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1} before, {2} mg after {3} min, MOAA/S {4}, pressure alert {5}: {6}")
    @CsvSource({"SL, 0, 20, 15, 5, false, TOP_UP_ROUTE", "IM, 1, 20, 15, 5, false, TOP_UP_REPEATED", "IM, 0, 20, 14, 5, false, TOP_UP_TOO_EARLY",
            "IM, 0, 21, 15, 5, false, TOP_UP_TOO_LARGE", "IM, 0, 20, 15, 4, false, NOT_FULLY_AWAKE", "IM, 0, 20, 15, , false, NOT_FULLY_AWAKE",
            "IM, 0, 20, 15, 5, true, BLOOD_PRESSURE_ALERT", "IM, 0, 20, 15, 5, , BLOOD_PRESSURE_ALERT"})
    void refusesEverythingElse(Route route, int before, String milligrams, int minutes, Integer moaas, Boolean alert, TopUpPolicy.Refusal expected) {
        assertThat(TopUpPolicy.refusals(facts(route, before, milligrams, minutes, moaas, alert))).containsExactly(expected);
    }

    private static TopUpPolicy.Facts facts(Route route, int before, String milligrams, int minutes, Integer moaas, Boolean alert) {
        return new TopUpPolicy.Facts(route, before, new BigDecimal("40"), FIRST, new BigDecimal(milligrams), new BigDecimal("62"),
                moaas, alert, FIRST.plus(Duration.ofMinutes(minutes)));
    }
}
