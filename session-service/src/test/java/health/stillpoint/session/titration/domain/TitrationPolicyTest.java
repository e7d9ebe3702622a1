package health.stillpoint.session.titration.domain;

import static health.stillpoint.session.fixtures.Cases.decimal;
import static health.stillpoint.session.fixtures.Cases.flag;
import static health.stillpoint.session.fixtures.Cases.number;
import static health.stillpoint.session.fixtures.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.fixtures.Cases;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TitrationPolicyTest {

    @TestFactory
    Stream<DynamicTest> decidesByTheFirstRowThatApplies() {
        return Cases.of("titration", one -> {
            TitrationAdvice advice = TitrationPolicy.advise(facts(one.given()));

            assertThat(advice.result().name()).isEqualTo(one.then().get("result").asText());
            assertThat(advice.priority()).isEqualTo(one.then().get("priority").asInt());
            assertThat(advice.reasons()).containsExactlyElementsOf(texts(one.then(), "reasons"));
        });
    }

    @TestFactory
    Stream<DynamicTest> letsADoseRiseOnlyWhereNoRowForbidsIt() {
        return Cases.of("titration-rise", one -> assertThat(TitrationPolicy.mayRise(facts(one.given())))
                .isEqualTo(flag(one.then(), "mayRise", true)));
    }

    /** A quiet dose, integrated, benefit unknown, but for what the case changes. */
    private static TitrationFacts facts(JsonNode given) {
        String alert = Cases.text(given, "pressureAlert", null);
        return new TitrationFacts(number(given, "cadss"), number(given, "cadss6"), given.has("suds") ? number(given, "suds") : Integer.valueOf(3),
                flag(given, "terror", false), alert == null ? null : Severity.valueOf(alert), "RED".equals(alert), number(given, "oxygen"),
                number(given, "moaas"), given.path("grade").asInt(0), flag(given, "psychosis", false), flag(given, "vomiting", false),
                flag(given, "integrated", true), decimal(given, "improvement"), given.path("dosesAtLevel").asInt(1), flag(given, "lowStart", false),
                flag(given, "raisedLastTime", false), Duration.ofDays(given.path("days").asLong(7)).plusHours(given.path("hours").asLong(0)));
    }
}
