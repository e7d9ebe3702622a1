package health.stillpoint.patient.modality.domain;

import static health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk.HIGH;
import static health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk.LOW;
import static health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk.MODERATE;
import static health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.modality.domain.ModalityFacts.SuicideAlert;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalityFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID ALERT = UUID.randomUUID();
    private static final UUID RESPONSE = UUID.randomUUID();

    @Test
    void keepsTheLatestScoreInWhateverOrderTheyAreHeard() {
        ModalityFacts forward = ModalityFacts.NONE.scored("PSWQ", score(62, NOON)).scored("PSWQ", score(50, NOON.plusSeconds(1)));
        ModalityFacts backward = ModalityFacts.NONE.scored("PSWQ", score(50, NOON.plusSeconds(1))).scored("PSWQ", score(62, NOON));

        assertThat(forward).isEqualTo(backward);
        assertThat(forward.latestTotal("PSWQ", null, NOON)).isEqualTo(50);
    }

    @Test
    void goesByTheLaterOfIntakeAndAnswer() {
        ModalityFacts heard = ModalityFacts.NONE.scored("BAI", score(30, NOON));

        assertThat(heard.latestTotal("BAI", 20, NOON.minusSeconds(1))).isEqualTo(30);
        assertThat(heard.latestTotal("BAI", 20, NOON)).isEqualTo(20);
        assertThat(heard.latestTotal("BAI", null, NOON.plusSeconds(1))).isEqualTo(30);
        assertThat(heard.latestTotal("PSWQ", 40, NOON)).isEqualTo(40);
        assertThat(heard.latestTotal("PSWQ", null, NOON)).isNull();
        assertThat(ModalityFacts.NONE.scored("BAI", score(null, NOON)).latestTotal("BAI", 20, NOON.minusSeconds(1))).isEqualTo(20);
    }

    @Test
    void knowsTheImprovementOfTheEndpointAlone() {
        ModalityFacts heard = ModalityFacts.NONE.scored("LSAS_SR",
                new ModalityFacts.Score(RESPONSE, BigDecimal.TEN, new BigDecimal("51.2"), true, NOON));

        assertThat(heard.improvement("LSAS_SR")).contains(new BigDecimal("51.2"));
        assertThat(heard.improvement("GAD7")).isEmpty();
        assertThat(heard.improvement(null)).isEmpty();
    }

    @Test
    void hasBeenStabilizedOnlyWhenATherapistSaysSo() {
        assertThat(ModalityFacts.NONE.hasBeenStabilized()).isFalse();
        assertThat(stabilized(true).hasBeenStabilized()).isTrue();
        assertThat(stabilized(false).hasBeenStabilized()).isFalse();
    }

    @Test
    void areTheLaterOnesOfBothRecordsOfAPerson() {
        ModalityFacts earlier = stabilized(true, NOON).scored("BAI", score(30, NOON)).scored("PCL5", score(40, NOON));
        ModalityFacts later = stabilized(false, NOON.plusSeconds(1)).scored("BAI", score(12, NOON.plusSeconds(1)))
                .scored("PSWQ", score(62, NOON));

        assertThat(earlier.with(later)).isEqualTo(later.with(earlier));
        assertThat(earlier.with(later).hasBeenStabilized()).isFalse();
        assertThat(earlier.with(later).latestTotal("BAI", null, NOON)).isEqualTo(12);
        assertThat(earlier.with(later).latestTotal("PCL5", null, NOON)).isEqualTo(40);
        assertThat(earlier.with(later).latestTotal("PSWQ", null, NOON)).isEqualTo(62);
        assertThat(earlier.with(ModalityFacts.NONE)).isEqualTo(earlier);
        assertThat(ModalityFacts.NONE.with(earlier)).isEqualTo(earlier);
    }

    @Nested
    class OfSuicideRisk {

        @ParameterizedTest(name = "ideation {0} is {1}")
        @CsvSource({"0, NONE", "1, LOW", "2, LOW", "3, MODERATE", "4, HIGH", "5, HIGH"})
        void readsTheScreener(int ideation, SuicideRisk expected) {
            assertThat(screened(ideation, true).suicideRisk(null, null)).isEqualTo(expected);
        }

        @Test
        void isThatOfBothRecordsOfAPerson() {
            ModalityFacts alerted = ModalityFacts.NONE.alerted(ALERT, alert(HIGH, NOON.plusSeconds(1)));

            assertThat(screened(0, true).with(alerted).suicideRisk(null, null)).isEqualTo(HIGH);
            assertThat(alerted.with(screened(0, true)).suicideRisk(null, null)).isEqualTo(HIGH);
        }

        @Test
        void isNotReassuredByAnIncompleteScreener() {
            assertThat(screened(0, false).suicideRisk(NONE, NOON.minusSeconds(1))).isNull();
            assertThat(screened(2, false).suicideRisk(NONE, NOON.minusSeconds(1))).isNull();
            assertThat(screened(3, false).suicideRisk(NONE, NOON.minusSeconds(1))).isEqualTo(MODERATE);
            assertThat(screened(null, true).suicideRisk(null, null)).isNull();
        }

        @Test
        void goesByTheLaterOfScreeningAndScreener() {
            assertThat(screened(4, true).suicideRisk(LOW, NOON.plusSeconds(1))).isEqualTo(LOW);
            assertThat(screened(4, true).suicideRisk(LOW, NOON.minusSeconds(1))).isEqualTo(HIGH);
            assertThat(ModalityFacts.NONE.suicideRisk(LOW, NOON)).isEqualTo(LOW);
            assertThat(ModalityFacts.NONE.suicideRisk(null, null)).isNull();
        }

        @Test
        void isNeverBelowAnAlert() {
            ModalityFacts alerted = screened(0, true).alerted(ALERT, alert(MODERATE, NOON.plusSeconds(1)));

            assertThat(alerted.suicideRisk(null, null)).isEqualTo(MODERATE);
            assertThat(alerted.suicideRisk(NONE, NOON)).isEqualTo(MODERATE);
            assertThat(alerted.suicideRisk(HIGH, NOON)).isEqualTo(HIGH);
            assertThat(ModalityFacts.NONE.alerted(ALERT, alert(HIGH, NOON)).suicideRisk(null, null)).isEqualTo(HIGH);
        }

        @Test
        void isLoweredByALaterCompleteScreener() {
            assertThat(screened(2, true).alerted(ALERT, alert(HIGH, NOON.minusSeconds(1))).suicideRisk(null, null)).isEqualTo(LOW);
            assertThat(screened(2, true).alerted(ALERT, alert(HIGH, NOON)).suicideRisk(null, null)).isEqualTo(HIGH);
            assertThat(screened(3, true).alerted(ALERT, alert(HIGH, NOON.minusSeconds(1))).suicideRisk(null, null)).isEqualTo(MODERATE);
        }

        @Test
        void isNotLoweredByALaterIncompleteScreener() {
            SuicideAlert before = alert(HIGH, NOON.minusSeconds(1));

            assertThat(screened(0, false).alerted(ALERT, before).suicideRisk(null, null)).isEqualTo(HIGH);
            assertThat(screened(null, true).alerted(ALERT, before).suicideRisk(null, null)).isEqualTo(HIGH);
        }

        @Test
        void isNotLoweredByTheResponseTheAlertRestsOn() {
            SuicideAlert ofItself = new SuicideAlert(HIGH, RESPONSE, NOON.minusSeconds(1));

            assertThat(screened(0, true).alerted(ALERT, ofItself).suicideRisk(null, null)).isEqualTo(HIGH);
        }

        @Test
        void isLoweredByALaterScreening() {
            ModalityFacts alerted = ModalityFacts.NONE.alerted(ALERT, alert(HIGH, NOON));

            assertThat(alerted.suicideRisk(LOW, NOON.plusSeconds(1))).isEqualTo(LOW);
            assertThat(alerted.suicideRisk(LOW, NOON)).isEqualTo(HIGH);
            assertThat(alerted.suicideRisk(null, NOON.plusSeconds(1))).isEqualTo(HIGH);
        }

        @Test
        void takesTheHighestOfSeveralAlertsNothingHasAnswered() {
            ModalityFacts alerted = ModalityFacts.NONE.alerted(ALERT, alert(MODERATE, NOON))
                    .alerted(UUID.randomUUID(), alert(HIGH, NOON));
            ModalityFacts later = alerted.alerted(UUID.randomUUID(), alert(MODERATE, NOON.plusSeconds(2)));

            assertThat(alerted.suicideRisk(NONE, NOON)).isEqualTo(HIGH);
            assertThat(later.suicideRisk(NONE, NOON.plusSeconds(1))).isEqualTo(MODERATE);
        }

        private static SuicideAlert alert(SuicideRisk risk, Instant at) {
            return new SuicideAlert(risk, UUID.randomUUID(), at);
        }

        private static ModalityFacts screened(Integer ideation, boolean complete) {
            return ModalityFacts.NONE.scored(ModalityFacts.SUICIDE_SCREEN, new ModalityFacts.Score(
                    RESPONSE, ideation == null ? null : BigDecimal.valueOf(ideation), null, complete, NOON));
        }
    }

    private static ModalityFacts stabilized(boolean done) {
        return stabilized(done, NOON);
    }

    private static ModalityFacts stabilized(boolean done, Instant at) {
        return ModalityFacts.NONE.stabilized(new ModalityFacts.Stabilization(done, ALERT, at));
    }

    private static ModalityFacts.Score score(Integer total, Instant at) {
        return new ModalityFacts.Score(RESPONSE, total == null ? null : BigDecimal.valueOf(total), null, true, at);
    }
}
