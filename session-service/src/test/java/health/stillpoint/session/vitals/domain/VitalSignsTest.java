package health.stillpoint.session.vitals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VitalSignsTest {

    @ParameterizedTest(name = "{0}/{1}, heart {2}, SpO2 {3}, RR {4} is valid: {5}")
    @CsvSource({"50, 20, 20, 50, 0, true", "280, 180, 250, 100, 60, true", "49, 20, 70, 98, 14, false", "281, 80, 70, 98, 14, false",
            "120, 19, 70, 98, 14, false", "200, 181, 70, 98, 14, false", "120, 80, 19, 98, 14, false", "120, 80, 251, 98, 14, false",
            "120, 80, 70, 49, 14, false", "120, 80, 70, 101, 14, false", "120, 80, 70, 98, 61, false", "120, 120, 70, 98, 14, false",
            "120, 119, 70, 98, 14, true", "120, 80, 0, 98, 14, false", "120, 80, 70, 0, 14, false", ", , , , , true"})
    void knowsWhatNoBodyCanHave(Integer systolic, Integer diastolic, Integer heart, Integer oxygen, Integer respiration, boolean expected) {
        VitalSigns signs = new VitalSigns(Instant.EPOCH, systolic, diastolic, heart, oxygen, respiration, 5, null, null, null, null, Set.of());

        assertThat(signs.valid()).isEqualTo(expected);
    }

    @Test
    void leavesOutOnlyWhatNoBodyCanHave() {
        VitalSigns odd = new VitalSigns(Instant.EPOCH, 80, 120, 0, 70, 14, 0, null, null, 3, 9, Set.of(Symptom.PANIC));

        assertThat(odd.plausible()).isEqualTo(new VitalSigns(Instant.EPOCH, null, null, null, 70, 14, 0, null, null, 3, 9, Set.of(Symptom.PANIC)));
    }

    @Test
    void keepsItsNumbersOutOfLogs() {
        VitalSigns signs = new VitalSigns(Instant.EPOCH, 123, 45, 67, 98, 14, 5, null, null, null, null, Set.of(Symptom.PANIC));

        assertThat(signs.toString()).doesNotContain("123", "PANIC");
    }
}
