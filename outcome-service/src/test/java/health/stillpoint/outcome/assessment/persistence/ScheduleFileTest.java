package health.stillpoint.outcome.assessment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.assessment.domain.Schedule;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.WindowRule;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import health.stillpoint.outcome.instrument.persistence.CatalogueFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFileTest {

    private static final InstrumentCatalogue CATALOGUE = new CatalogueFile();
    private static final Schedule SCHEDULE = new ScheduleFile(CATALOGUE);

    @ParameterizedTest(name = "{0}: due {1}, from {2} to {3}")
    @CsvSource({
        "BASELINE, P-7D, P-14D, PT0S",
        "PRE_DOSE, PT0S, PT-24H, PT0S",
        "POST_ACUTE, PT0S, PT0S, PT2H",
        "H24, PT24H, PT16H, PT36H",
        "INTEGRATION, PT48H, PT0S, PT72H",
        "WEEKLY, PT0S, P-2D, P2D",
        "MID, PT0S, PT0S, P3D",
        "EOC, P7D, P5D, P14D",
        "FU_1M, P30D, P23D, P37D",
        "FU_3M, P91D, P77D, P105D",
        "FU_6M, P182D, P161D, P203D",
        "FU_12M, P365D, P335D, P395D"
    })
    void holdsTheWindowsOfTheProtocol(TimePoint timePoint, Duration due, Duration opens, Duration closes) {
        WindowRule window = SCHEDULE.windowOf(timePoint).orElseThrow();
        assertThat(window.due()).isEqualTo(due);
        assertThat(window.opens()).isEqualTo(opens);
        assertThat(window.closes()).isEqualTo(closes);
    }

    @Test
    void takesLateAnswersOnlyAtTheEndOfTheCourseAndForIntegration() {
        assertThat(Arrays.stream(TimePoint.values())
                        .filter(point -> SCHEDULE.windowOf(point)
                                .flatMap(WindowRule::lateUntil)
                                .isPresent()))
                .containsExactly(TimePoint.INTEGRATION, TimePoint.EOC);
    }

    @ParameterizedTest(name = "the baseline of {0} begins with {1}")
    @CsvSource({
        "GAD, GAD7", "PANIC_DISORDER, PDSS_SR", "PANIC_DISORDER_WITH_AGORAPHOBIA, PDSS_SR",
        "AGORAPHOBIA, APA_SEV_AGORAPHOBIA", "SOCIAL_ANXIETY, LSAS_SR", "SPECIFIC_PHOBIA, APA_SEV_SPECIFIC_PHOBIA"
    })
    void asksForThePrimaryEndpointOfEveryDiagnosis(PrimaryDiagnosis diagnosis, String endpoint) {
        List<InstrumentCode> required = SCHEDULE.batteryOf(TimePoint.BASELINE)
                .requiredFor(CATALOGUE.primaryEndpoint(diagnosis));
        assertThat(required.getFirst().value()).isEqualTo(endpoint);
        assertThat(required).doesNotHaveDuplicates().contains(
                new InstrumentCode("GAD7"), new InstrumentCode("PHQ9"), new InstrumentCode("OASIS"),
                new InstrumentCode("CSSRS_SCREEN"));
    }

    @Test
    void requiresOnlyTheOasisOnTheDayAfterADose() {
        assertThat(SCHEDULE.batteryOf(TimePoint.H24).requiredFor(CATALOGUE.crossDiagnosisEndpoint()))
                .containsExactly(new InstrumentCode("OASIS"));
    }
}
