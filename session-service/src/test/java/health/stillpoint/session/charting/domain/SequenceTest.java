package health.stillpoint.session.charting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {

    private static final Instant CHECK_IN = Instant.parse("2026-03-09T09:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    @ParameterizedTest(name = "{0} s after the check-in: reversed = {1}")
    @CsvSource({"3600, false", "0, false", "-120, false", "-121, true"})
    void isReversedByMoreThanClocksDiffer(int seconds, boolean reversed) {
        assertThat(new Sequence("measuredAt", CHECK_IN.plusSeconds(seconds), CHECK_IN, "the check-in").reversed(CLOCKS_APART)).isEqualTo(reversed);
    }

    @Test
    void isNotReversedWhenTheEarlierMomentIsUnknown() {
        assertThat(new Sequence("measuredAt", CHECK_IN, null, "the check-in").reversed(CLOCKS_APART)).isFalse();
    }
}
