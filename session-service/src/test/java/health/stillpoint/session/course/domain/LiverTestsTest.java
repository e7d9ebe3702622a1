package health.stillpoint.session.course.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiverTestsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    /** Both sides of six doses and of 30 days (programme section 4, minimum tests). */
    @ParameterizedTest(name = "{0} doses on liver tests of {1}: too old {2}")
    @CsvSource(value = {"6, 2025-12-02, false", "6, null, false", "7, 2026-01-31, false", "7, 2026-01-30, true", "7, 2026-03-02, false",
        "16, 2026-01-30, true", "7, null, true"}, nullValues = "null")
    void areNewerForMoreThanSixDoses(int doses, LocalDate testedOn, boolean expected) {
        assertThat(new LiverTests(6, 30).tooOld(doses, testedOn, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} doses, {1} days")
    @CsvSource({"7, 30", "-1, 30", "6, 31", "6, 6"})
    void areNeverAskedLessStrictly(int doses, int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LiverTests(doses, days));
    }
}
