package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.intake.domain.Comorbidity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComorbidityPolicyTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(Comorbidity.class)
    void asksForRowsThatExist(Comorbidity comorbidity) {
        assertThat(Person.screening().allRows()).containsAll(ComorbidityPolicy.rowsOf(comorbidity));
    }

    @ParameterizedTest(name = "{0} is asked for in {1}")
    @CsvSource({
        "PSYCHOTIC_DISORDER, PSYCHOSIS_ACTIVE PSYCHOSIS_HISTORY", "BIPOLAR, BIPOLAR_STABLE MANIA_CURRENT",
        "ALCOHOL_USE_DISORDER, SUD_ACTIVE SUD_MILD_OR_EARLY_REMISSION", "SEDATIVE_USE_DISORDER, SUD_ACTIVE SUD_MILD_OR_EARLY_REMISSION",
        "OPIOID_USE_DISORDER, OUD_HISTORY", "KETAMINE_OR_PCP_USE_DISORDER, KETAMINE_MISUSE",
        "DISSOCIATIVE_DISORDER, DISSOCIATIVE_DISORDER", "OSA, AIRWAY", "CIRRHOSIS, HEPATIC_SEVERE HEPATIC_MODERATE",
        "HYPERTHYROIDISM, THYROID"
    })
    void asksForEachDiagnosisThatARowKnows(Comorbidity comorbidity, String rows) {
        assertThat(ComorbidityPolicy.rowsOf(comorbidity)).containsExactly(rows.split(" "));
    }
}
