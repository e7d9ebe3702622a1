package health.stillpoint.session.order.domain;

import static health.stillpoint.session.fixtures.Cases.decimal;
import static health.stillpoint.session.fixtures.Cases.flag;
import static health.stillpoint.session.fixtures.Cases.number;
import static health.stillpoint.session.fixtures.Cases.text;
import static health.stillpoint.session.fixtures.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.fixtures.Cases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseArithmeticTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final DoseArithmetic ARITHMETIC = new DoseArithmetic(DoseLimits.standard());

    @TestFactory
    Stream<DynamicTest> calculatesAsTheDocumentDoes() {
        return Cases.of("dose-arithmetic", DoseArithmeticTest::check);
    }

    private static void check(Cases.Case one) {
        JsonNode when = one.when();
        JsonNode then = one.then();
        Integer minutes = number(when, "infusionMinutes");
        DoseRequest request = new DoseRequest(Route.valueOf(when.get("route").asText()), decimal(when, "mgPerKg"), decimal(when, "weight"),
                new BigDecimal(text(when, "height", "190")), SexAtBirth.valueOf(text(when, "sex", "FEMALE")),
                NOW.minus(Duration.ofDays(when.path("weighedDaysAgo").asInt(0))), decimal(when, "concentration"),
                minutes == null ? null : new Infusion(minutes, decimal(when, "dilutedTo")));
        BigDecimal factor = new BigDecimal(text(one.given(), "factor", "1"));
        DoseHistory history = new DoseHistory(flag(one.given(), "firstDose", !one.given().hasNonNull("lastMgPerKg")),
                decimal(one.given(), "lastMgPerKg"), decimal(one.given(), "lastMg"),
                one.given().hasNonNull("lastMgPerKg") ? NOW.minus(Duration.ofHours(one.given().path("pausedHours").asLong(168))) : null,
                flag(one.given(), "mayRise", true),
                new BigDecimal(text(one.given(), "mgInSevenDays", "0")), new BigDecimal(text(one.given(), "sublingualMgIn28Days", "0")));
        boolean lowStart = flag(one.given(), "lowStart", false);

        if (then.has("refused")) {
            OrderRefusal refusal = catchThrowableOfType(OrderRefusal.class, () -> ARITHMETIC.calculate(request, factor, lowStart, history, NOW));
            assertThat(refusal).as("refusal").isNotNull();
            assertThat(refusal.unmet()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(texts(then, "refused"));
            return;
        }
        CalculatedDose dose = ARITHMETIC.calculate(request, factor, lowStart, history, NOW);
        assertThat(dose.doseMilligrams()).isEqualByComparingTo(decimal(then, "mg"));
        assertThat(dose.level()).isEqualTo(DoseLevel.valueOf(then.get("level").asText()));
        expect(dose.dosingWeightKilograms(), then, "dosingWeight");
        expect(dose.doseMilligramsPerKilogram(), then, "mgPerKg");
        expect(dose.volumeMilliliters(), then, "volume");
        expect(dose.pumpMillilitersPerHour(), then, "pump");
        expect(dose.milligramsPerKilogramPerMinute(), then, "rate");
        expect(dose.capMilligrams(), then, "cap");
        assertThat(dose.arithmetic()).isNotEmpty();
    }

    private static void expect(BigDecimal actual, JsonNode then, String field) {
        if (then.hasNonNull(field)) {
            assertThat(actual).as(field).isEqualByComparingTo(decimal(then, field));
        }
    }

    @ParameterizedTest(name = "{0} mg/kg and {1} mg by IM in one session after 36 mg: {2}")
    @CsvSource({"0.5, 40, ''", "0.5, 84, OVER_CAP"})
    void holdsWhatIsGivenTogetherAgainstTheCap(BigDecimal effective, BigDecimal milligrams, String refused) {
        DoseSize together = new DoseSize(Route.IM, new BigDecimal("80"), effective, milligrams).with(new BigDecimal("0.45"), new BigDecimal("36.5"));

        assertThat(ARITHMETIC.sessionRefusals(together, false, DoseHistory.NOTHING_YET, NOW)).extracting(Enum::name)
                .containsExactlyElementsOf(refused.isEmpty() ? java.util.List.of() : java.util.List.of(refused));
    }

    @ParameterizedTest(name = "low start {0}: {1} mg/kg together in the first session: {2}")
    @CsvSource({"true, 0.25, true", "true, 0.26, false", "false, 0.26, true"})
    void keepsTheFirstSessionOfALowStartLow(boolean lowStart, BigDecimal together, boolean allowed) {
        DoseSize size = new DoseSize(Route.IM, new BigDecimal("80"), together, new BigDecimal("20"));

        assertThat(ARITHMETIC.sessionRefusals(size, lowStart, DoseHistory.NOTHING_YET, NOW).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void tellsEveryStepInWords() {
        DoseRequest request = new DoseRequest(Route.IM, new BigDecimal("0.5"), new BigDecimal("71"), new BigDecimal("175"), SexAtBirth.FEMALE,
                NOW, new BigDecimal("50"), null);

        CalculatedDose dose = ARITHMETIC.calculate(request, BigDecimal.ONE, false, DoseHistory.NOTHING_YET, NOW);

        assertThat(dose.arithmetic()).containsExactly(
                "BMI 23.2: dosing weight 71 kg (actual)",
                "0.5 mg/kg x 71 kg x factor 1 = 35.5 mg",
                "rounded half up to 1 mg: 36 mg",
                "36 mg leaves PSYCHOLYTIC, so the next lower increment: 35 mg",
                "35 mg / 71 kg = 0.493 mg/kg: PSYCHOLYTIC",
                "cap 106.5 mg (1.5 mg/kg or 130 mg, the lower)",
                "volume 0.7 mL");
    }

    @ParameterizedTest(name = "a factor of {0}, age {1} and {2} by {3} is {4}")
    @CsvSource({"1, 40, '', IM, 1", "1, 64, '', IM, 1", "1, 65, '', IM, 0.75", "1, , '', IM, 1", "0.5, 65, '', IM, 0.5",
            "1, 40, SCR_HEPATIC_MODERATE, IM, 0.5", "1, 40, IX_CYP_INH, IM, 0.75", "1, 40, IX_CYP_INH, SL, 0.5",
            "1, 40, IX_CYP_INH, IV, 0.75", "1, 40, RENAL_SEVERE, SL, 0.75", "1, 40, AGE_65, SL, 0.75", "2, 40, '', IM, 1"})
    void takesTheLowestFactor(BigDecimal stated, Integer age, String code, Route route, BigDecimal expected) {
        assertThat(DoseFactor.lowest(stated, age, code.isEmpty() ? java.util.Set.of() : java.util.Set.of(code), route))
                .isEqualByComparingTo(expected);
    }
}
