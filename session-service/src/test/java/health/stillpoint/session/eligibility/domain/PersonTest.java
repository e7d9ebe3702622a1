package health.stillpoint.session.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonTest {

    private static final Instant HEARD = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2026-03-09T10:00:00Z");

    private static Person registered() {
        return Person.UNKNOWN.told(1988, "male", 0L, HEARD);
    }

    @Test
    void isNotCorrectedByBeingToldFirst() {
        assertThat(registered().knownAt(HEARD.minusSeconds(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1950, male", "1988, female"})
    void outdatesWhatWasDecidedBeforeACorrectionWasHeard(int birthYear, String sexAtBirth) {
        Person corrected = registered().told(birthYear, sexAtBirth, 4L, CORRECTED);

        assertThat(corrected.birthYear()).isEqualTo(birthYear);
        assertThat(corrected.sexAtBirth()).isEqualTo(sexAtBirth);
        assertThat(corrected.knownAt(CORRECTED.minusMillis(1))).isFalse();
        assertThat(corrected.knownAt(CORRECTED)).isTrue();
    }

    @Test
    void outdatesNothingWhenItIsToldAgainAsItWas() {
        assertThat(registered().told(1988, "male", 7L, CORRECTED).correctedAt()).isEmpty();
    }

    @Test
    void isUnknownBeforeACorrectionAndTheSameSince() {
        Person corrected = registered().told(1950, "male", 4L, CORRECTED);

        assertThat(corrected.asOf(CORRECTED)).isEqualTo(corrected);
        Person before = corrected.asOf(CORRECTED.minusMillis(1));
        assertThat(before.birthYear()).isNull();
        assertThat(before.sexAtBirth()).isNull();
        assertThat(before.knownAt(HEARD)).isTrue();
    }

    @Test
    void keepsTheEarlierOfTwoCorrections() {
        Instant again = CORRECTED.plusSeconds(60);
        Person corrected = registered().told(1950, "male", 4L, CORRECTED).told(1951, "male", 5L, again);

        assertThat(corrected.correctedAt()).containsExactly(CORRECTED, again);
        assertThat(corrected.asOf(again.minusMillis(1)).knownAt(CORRECTED.minusMillis(1))).isFalse();
        assertThat(corrected.asOf(again.minusMillis(1)).knownAt(CORRECTED)).isTrue();
    }

    static Stream<Person> earlierTellings() {
        Person corrected = registered().told(1950, "male", 4L, CORRECTED);
        return Stream.of(corrected.told(1988, "male", 0L, CORRECTED.plusSeconds(9)), corrected.told(1988, "male", null, CORRECTED.plusSeconds(9)));
    }

    @ParameterizedTest
    @MethodSource("earlierTellings")
    void keepsTheLatestWhateverIsToldLast(Person after) {
        assertThat(after).isEqualTo(registered().told(1950, "male", 4L, CORRECTED));
    }
}
