package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import health.stillpoint.patient.fixtures.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierFindingTest {

    /** Screened anew on 2026-03-02 at 10:00; how long after is the clinic's number. */
    @ParameterizedTest(name = "a fast pulse at {0} was corrected when {1} must lie between: {2}")
    @CsvSource({"2026-03-01T10:00:00Z, PT24H, true", "2026-03-01T10:00:01Z, PT24H, false", "2026-03-01T10:00:00Z, PT48H, false",
        "2026-02-28T10:00:00Z, PT48H, true"})
    void wasCorrectedWhenAScreeningLongEnoughAfterFindsItNoMore(Instant performedAt, Duration apart, boolean expected) {
        EarlierFinding pulse = new EarlierFinding(Person.SCREENING_ID, "SCR_TACHYCARDIA", "HIGH", true,
                LocalDate.parse("2026-02-28"), performedAt, null, null, FindingClass.ABS, Set.of());

        assertThat(pulse.isCorrectedIn(Person.screeningCase(MissingNode.getInstance()), apart)).isEqualTo(expected);
    }
}
