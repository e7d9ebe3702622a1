package health.stillpoint.patient.modality.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.intake.domain.IntakeContent.TriggerCategory;
import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.Modality;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.modality.domain.Recommendation;
import health.stillpoint.patient.modality.domain.Suggestion;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModalityEntitiesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final JsonMapper STORE = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Recommendation RECOMMENDATION = new Recommendation(List.of(new Suggestion(Modality.EXPOSURE, 3,
            List.of(Suggestion.Reason.ALWAYS_AVOIDED), List.of(Suggestion.Block.ONLY_ADAPTIVE_ANXIETY),
            List.of(Suggestion.Caution.NOT_BEFORE_24_HOURS_AFTER_DOSE), Set.of(TriggerCategory.CROWDS))));

    @Test
    void keepEverythingOfAnEvaluation() {
        Evaluation evaluation = new Evaluation(UUID.randomUUID(), new PatientId(Facts.PATIENT), Evaluation.Cause.DOSES_GIVEN,
                RECOMMENDATION, NOON);

        assertThat(ModalityEvaluationEntity.of(evaluation).toDomain()).isEqualTo(evaluation);
    }

    @Test
    void keepEverythingOfAConfirmation() {
        Confirmation confirmation = new Confirmation(UUID.randomUUID(), new PatientId(Facts.PATIENT), List.of(Modality.ART),
                List.of(Modality.EMDR, Modality.ART), "a reason", Person.PHYSICIAN, NOON);

        assertThat(ModalityConfirmationEntity.of(confirmation).toDomain()).isEqualTo(confirmation);
    }

    /** A method that looks like a property would be written and then not be read again. */
    @Test
    void areReadFromJsonAsTheyWereWritten() throws Exception {
        ModalityFacts facts = ModalityFacts.NONE
                .scored("PSWQ", new ModalityFacts.Score(Facts.INTAKE, BigDecimal.TEN, BigDecimal.ONE, true, NOON))
                .alerted(Facts.CONSENT, new ModalityFacts.SuicideAlert(SuicideRisk.HIGH, Facts.INTAKE, NOON))
                .stabilized(new ModalityFacts.Stabilization(true, Person.PHYSICIAN, NOON));

        assertThat(STORE.readValue(STORE.writeValueAsString(facts), ModalityFacts.class)).isEqualTo(facts);
        assertThat(STORE.readValue(STORE.writeValueAsString(RECOMMENDATION), Recommendation.class)).isEqualTo(RECOMMENDATION);
    }
}
