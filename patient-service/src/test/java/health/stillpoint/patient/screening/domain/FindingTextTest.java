package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding shows what it looked at, so that a physician can judge it. */
class FindingTextTest {

    static List<Case> cases() {
        return Cases.of("screening");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhyAndWhatItLookedAt(Case c) {
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(c.given()));

        assertThat(result.rules()).allSatisfy(rule -> assertThat(rule.reason()).isNotBlank());
        assertThat(result.findings()).allSatisfy(finding -> assertThat(finding.found()).isNotBlank());
    }

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource(delimiter = '|', value = {
        "HTN_UNCONTROLLED | 120.0/77.0 mmHg",
        "HEPATIC_SEVERE | ALT 0.6, AST 0.5, bilirubin 0.7 x ULN",
        "BMI_40 | 23.5 kg/m2",
        "TACHYCARDIA | 72/min",
        "LUNG_SEVERE | 98 %",
        "SUD_ACTIVE | AUDIT-C 2, DAST-10 0",
        "ANAEMIA_ELECTROLYTE | Hb null, K null",
        "SUPPORT_LOW | 4",
        "ALTERED_STATE_AVERSION | comfort 7, fear 4"
    })
    void showsItsMeasurement(String row, String shown) {
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(Cases.read("usual.yaml")));

        assertThat(rule(result, row).found()).isEqualTo(shown);
    }

    @Test
    void listsFindingsHeaviestFirst() {
        Case several = cases().stream().filter(c -> c.name().startsWith("ALT above five")).findFirst().orElseThrow();

        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(several.given()));

        assertThat(result.findings()).isSortedAccordingTo((a, b) -> b.findingClass().compareTo(a.findingClass()));
        assertThat(result.findings().getFirst().findingClass()).isEqualTo(FindingClass.ABS);
        assertThat(result.findings().getFirst().reasonCode()).isEqualTo("SCR_HEPATIC_SEVERE");
    }

    private static RuleResult rule(ScreeningResult result, String code) {
        return result.rules().stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
    }
}
