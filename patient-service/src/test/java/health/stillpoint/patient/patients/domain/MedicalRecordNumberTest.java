package health.stillpoint.patient.patients.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicalRecordNumberTest {

    /** The first ten in base 32 modulo 37, worked out by hand: 0, 1, 31, 32, 36, 37 and 32 * 32 + 1. */
    @ParameterizedTest
    @ValueSource(strings = {"00000000000", "00000000011", "000000000ZZ", "0000000010*", "0000000014U", "00000000150", "0000000101T"})
    void isWellFormedWithItsCheckCharacter(String value) {
        assertThat(MedicalRecordNumber.isWellFormed(value)).isTrue();
        assertThat(new MedicalRecordNumber(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0000000000", "000000000000", "00000000010", "0000000010~", "000000000O0", "000000000zZ"})
    void isNotWithAnotherOneOrALetterThatLooksLikeADigitOrAnotherLength(String value) {
        assertThat(MedicalRecordNumber.isWellFormed(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MedicalRecordNumber(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a1b1zz9q0T", "OAIBLZZ9QOT", "oa1b1-zz9q-0t", " 0A1B1 ZZ9Q0T "})
    void isReadHoweverItWasTyped(String typed) {
        assertThat(MedicalRecordNumber.asWritten(typed)).isEqualTo("0A1B1ZZ9Q0T");
    }

    @Test
    void isMadeOfLettersAndFiguresAlone() {
        Random random = new Random(7);

        assertThat(Stream.generate(() -> MedicalRecordNumber.next(random).value()).limit(500))
                .allMatch(value -> value.matches("[0-9A-Z]{11}") && !value.contains("U"));
    }

    @Test
    void isTheClinicsIdentifierOfThePatient() {
        MedicalRecordNumber number = MedicalRecordNumber.next(new Random(7));

        assertThat(number.asIdentifier()).isEqualTo(new Identifier("urn:stillpoint:mrn", number.value()));
    }
}
