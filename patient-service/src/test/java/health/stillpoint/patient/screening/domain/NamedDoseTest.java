package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Limits;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A daily dose may not be lower than the name of the medication says. */
class NamedDoseTest {

    private final InteractionPolicy policy = new InteractionPolicy(InteractionCatalog.shipped(), Limits.SCREENING);

    @ParameterizedTest(name = "{0}: not below {1} mg a day")
    @CsvSource(delimiter = '|', value = {
        "lorazepam 4 mg | 4 | 3.99",
        "lorazepam 4mg tablet once daily | 4 | 3.99",
        "lorazepam 4 mg twice daily | 8 | 7.99",
        "lorazepam, 4 mg, twice daily | 8 | 7.99",
        "Lorazepam 0.5 mg TID | 1.5 | 1.49",
        "lorazepam 0.5 mg qid as needed | 2 | 1.99",
        "lorazepam 0.5 mg 3 times daily | 1.5 | 1.49",
        "lorazepam 0.5 mg three times daily | 1.5 | 1.49",
        "lorazepam 0.5 mg q6h | 2 | 1.99",
        "lorazepam 0.5 mg every 8 hours | 1.5 | 1.49",
        "lorazepam 0.5 mg every morning and evening | 0.5 | 0.49",
        "lorazepam 0.5 mg morning evening bedtime | 1.5 | 1.49",
        "lorazepam 1 mg every night at bedtime | 1 | 0.99",
        "lorazepam 1 mg 2 tablets twice daily | 4 | 3.99",
        "lorazepam 1 mg two tablets daily | 2 | 1.99",
        "lorazepam 1 mg morning and 2 mg night | 3 | 2.99",
        "lorazepam 500 mcg | 0.5 | 0.49",
        "lorazepam 500 ug | 0.5 | 0.49",
        "lorazepam 500 \u00b5g | 0.5 | 0.49",
        "morphine 0.02 g | 20 | 19.9",
        "morphine 60 mg/24 h | 60 | 59.9",
        "morphine 60 mg/day | 60 | 59.9",
        "morphine 30 mg/12 h | 60 | 59.9",
        "morphine 2 mg per hour | 48 | 47.9",
        "hydrocodone 10 mg / acetaminophen 325 mg | 10 | 9.9",
        "hydrocodone 10 mg / acetaminophen 325 mg twice daily | 20 | 19.9",
        "lorazepam 1 mg and alprazolam 1 mg | 2 | 1.9",
        "fentanyl patch 100 mcg/h | 2.4 | 2.39",
        "fentanyl 100 mcg/hr patch every 72 hours | 2.4 | 2.39",
        "fentanyl patch 100 mcg/h 2 patches | 4.8 | 4.79",
        "fentanyl sublingual spray 400 mcg | 0.4 | 0.39",
        "bupropion XL 300 mg | 300 | 299"
    })
    void readsTheLowestDoseThatTheNameCanMean(String name, BigDecimal fits, BigDecimal tooLow) {
        assertThat(policy.contradictsItsName(medication(name, fits))).isFalse();
        assertThat(policy.contradictsItsName(medication(name, tooLow))).isTrue();
    }

    @ParameterizedTest(name = "cannot read {0}")
    @ValueSource(strings = {"lorazepam 4", "lorazepam 1-2 mg", "lorazepam 1 mg 1/2 tablet", "lorazepam 0,5 mg", "morphine 1,000 mg",
            "morphine 10 mg/5 ml", "hydrocodone/acetaminophen 10/325", "hydrocodone-acetaminophen 10-325 mg tablet q6h 5",
            "hydrocodone/acetaminophen 10 mg", "morphine 30 mg trois fois", "lorazepam 1 mg every 2 days", "lorazepam 1 mg every 72 hours",
            "fentanyl patch 100 mcg", "fentanyl patch 25 mcg/72 h", "lorazepam 1 mg per 0 h", "lorazepam 1 mg/2 day", "codeine #3",
            "lorazepam 6 hours", "lorazepam 1 mg every 0 h"})
    void refusesADoseItCannotReadHoweverHighTheStatedOneIs(String name) {
        assertThat(policy.contradictsItsName(medication(name, new BigDecimal("99999")))).isTrue();
    }

    @ParameterizedTest(name = "does not ask {0}")
    @ValueSource(strings = {"lorazepam", "lorazepam twice daily", "hydrocodone-acetaminophen", "lorazepam tablets as needed",
            "sertraline 100 mg twice daily", "naltrexone 50-100 mg", "lorazepam and metformin"})
    void asksOnlyWhereTheDoseDecidesAndTheNameSaysOne(String name) {
        assertThat(policy.contradictsItsName(medication(name, new BigDecimal("0.1")))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"lorazepam 4 mg", "lorazepam 4"})
    void leavesAMissingDoseToTheListThatAsksForIt(String name) {
        assertThat(policy.contradictsItsName(medication(name, null))).isFalse();
    }

    private static ScreeningAnswers.Medication medication(String name, BigDecimal dailyDose) {
        return new ScreeningAnswers.Medication(name, null, dailyDose);
    }
}
