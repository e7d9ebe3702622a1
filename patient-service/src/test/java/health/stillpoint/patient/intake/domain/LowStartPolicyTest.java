package health.stillpoint.patient.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LowStartPolicyTest {

    static List<Case> cases() {
        return Cases.of("low-start");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesEveryTrigger(Case c) {
        Set<LowStartTrigger> triggers = LowStartPolicy.triggers(Person.intake(c.given()), Person.ageYears(c.given()),
                c.given().has("hadKetamine"), Limits.INTAKE);

        assertThat(triggers).extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(Cases.texts(c.then().get("triggers")));
    }

    @Test
    void hasACaseForEveryTriggerAnIntakeCanTell() {
        List<String> named = cases().stream().flatMap(c -> Cases.texts(c.then().get("triggers")).stream()).toList();

        assertThat(named).containsAll(Stream.of(LowStartTrigger.values())
                .filter(trigger -> trigger.compareTo(LowStartTrigger.HEPATIC_MODERATE) < 0)
                .map(Enum::name)
                .toList());
    }
}
