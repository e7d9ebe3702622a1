package health.stillpoint.patient.modality.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Contracts;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalityFactsContractTest {

    private static final Instant RAISED = Instant.parse("2026-03-10T11:30:00Z");

    @Test
    void readsAScoredResponse() throws IOException {
        ScoreHeardV1 fact = EventJson.read(
                Contracts.example(ScoreHeardV1.TYPE).getBytes(StandardCharsets.UTF_8), ScoreHeardV1.class);

        assertThat(fact.instrument()).isEqualTo("OASIS");
        assertThat(fact.toScore().total()).isEqualByComparingTo("6");
        assertThat(fact.toScore().complete()).isTrue();
    }

    @Test
    void takesAnIncompleteScoreAsSuch() {
        Instant at = Instant.parse("2026-03-10T11:30:00Z");

        assertThat(new ScoreHeardV1(Facts.PATIENT, Facts.INTAKE, "PCL5", "INCOMPLETE", BigDecimal.ONE, null, at).toScore().complete()).isFalse();
    }

    @Test
    void readsAlerts() {
        SuicideAlertV1 fact = ContractChecks.reads(SuicideAlertV1.TYPE, SuicideAlertV1.class);

        assertThat(fact.toAlert()).isEmpty();
        assertThat(fact.raisedAt()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(fact.responseId()).isNotNull();
    }

    @ParameterizedTest(name = "{0} tells of {1}")
    @CsvSource({"CSSRS_MODERATE, MODERATE", "CSSRS_HIGH, HIGH", "CSSRS_LOW,", "PHQ9_SI_PRESENT,"})
    void knowsTheAlertsOfTheSuicideScreener(String code, SuicideRisk expected) {
        SuicideAlertV1 fact = new SuicideAlertV1(Facts.PATIENT, Facts.DECISION, Facts.INTAKE, code, RAISED);

        assertThat(fact.toAlert()).isEqualTo(Optional.ofNullable(expected)
                .map(risk -> new ModalityFacts.SuicideAlert(risk, Facts.INTAKE, RAISED)));
    }
}
