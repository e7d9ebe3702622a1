package health.stillpoint.session.dose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.dose.domain.DoseTiming.Before;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTimingTest {

    private static final Instant DOSE = Instant.parse("2026-03-09T09:30:00Z");
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    @ParameterizedTest(name = "{0} {1} s after the dose: before it = {2}")
    @CsvSource({"CANDIDACY, 120, false", "CANDIDACY, 121, true", "CONSENT, 120, false", "CONSENT, 121, true", "CHECK_IN, -600, false", "CHECK_IN, 120, false", "CHECK_IN, 121, true",
            "ORDER, 120, false", "ORDER, 121, true", "CHECKLIST, 120, false", "CHECKLIST, 121, true"})
    void holdsTheDoseAgainstEachStepOfItsOwn(Before step, int seconds, boolean reversed) {
        Instant then = DOSE.plusSeconds(seconds);
        Instant earlier = DOSE.minusSeconds(900);
        DoseTiming timing = new DoseTiming(step == Before.CANDIDACY ? then : earlier, step == Before.CONSENT ? then : earlier,
                step == Before.CHECK_IN ? then : earlier, step == Before.ORDER ? then : earlier, step == Before.CHECKLIST ? then : earlier, null);

        assertThat(timing.reversed(DOSE, CLOCKS_APART).contains(step)).isEqualTo(reversed);
        assertThat(timing.reversed(DOSE, CLOCKS_APART)).hasSize(reversed ? 1 : 0);
    }

    @ParameterizedTest(name = "a caution signed {0} s after the dose: before it = {1}")
    @CsvSource({"120, false", "121, true"})
    void countsTheSignatureUnderACautionAsPartOfTheChecklist(int seconds, boolean reversed) {
        DoseTiming timing = new DoseTiming(DOSE.minusSeconds(900), DOSE.minusSeconds(900), DOSE.minusSeconds(900), DOSE.minusSeconds(900), DOSE.minusSeconds(900),
                DOSE.plusSeconds(seconds));

        assertThat(timing.reversed(DOSE, CLOCKS_APART).contains(Before.CHECKLIST)).isEqualTo(reversed);
    }

    @Test
    void saysNothingOfWhatHasNotHappenedAtAll() {
        assertThat(new DoseTiming(null, null, null, null, null, null).reversed(DOSE, CLOCKS_APART)).isEmpty();
    }
}
