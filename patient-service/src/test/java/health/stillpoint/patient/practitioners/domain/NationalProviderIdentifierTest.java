package health.stillpoint.patient.practitioners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalProviderIdentifierTest {

    /** The first is the worked example of CMS's own description of the check digit. */
    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1245319599", "2000000002"})
    void isWellFormedWithItsCheckDigit(String value) {
        assertThat(NationalProviderIdentifier.isWellFormed(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1234567894", "1243567893", "123456789", "12345678930", "3234567899", "0234567895",
        "12345O7893", ""})
    void isNotWhenADigitIsWrongOrSwappedOrTheFirstIsNeitherOneNorTwo(String value) {
        assertThat(NationalProviderIdentifier.isWellFormed(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new NationalProviderIdentifier(value));
    }

    @Test
    void noticesEverySingleWrongDigit() {
        String right = "1234567893";
        for (int place = 1; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(NationalProviderIdentifier.isWellFormed(typed)).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }
}
