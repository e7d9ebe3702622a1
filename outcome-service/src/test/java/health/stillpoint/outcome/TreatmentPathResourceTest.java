package health.stillpoint.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From consent to the day after the first dose, as the other services and the patient see it. */
@ServiceTest
class TreatmentPathResourceTest {

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @Test
    void leadsFromConsentThroughBaselineAndDoseToTheTrajectory() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("SOCIAL_ANXIETY");
        UUID patient = baseline.patient();
        steps.as("therapist")
                .get("/api/v1/assessments/{id}", baseline.assessment())
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("instruments.code", contains("LSAS_SR", "GAD7", "PHQ9", "OASIS", "CSSRS_SCREEN"))
                .body("instruments.answered", everyItem(equalTo(false)));

        // When
        steps.answerSocialAnxietyBaseline(baseline.assessment());

        // Then
        Events.Published completed =
                Events.await(OutcomeSteps.OWN_FACTS, "outcome.baseline-completed.v1", patient);
        assertThat(completed.json().get("primaryInstrument").asText()).isEqualTo("LSAS_SR");
        steps.as("therapist")
                .get("/api/v1/assessments?patientId={patient}&status=COMPLETED", patient)
                .then()
                .body("items", hasSize(1))
                .body("items[0].instruments.answered", everyItem(equalTo(true)));

        // When
        UUID dose = UUID.randomUUID();
        Instant ended = clinicNow();
        steps.doseAdministered(patient, dose, 1, "PSYCHOLYTIC", ended);
        UUID dayAfter = steps.awaitAssessment(patient, "H24");
        steps.answer(dayAfter, "OASIS", List.of(1, 1, 1, 1, 1)).statusCode(409).body("code", equalTo("window-not-open"));
        ClinicTime.advance(Duration.ofHours(24));

        // Then
        String compared = steps.answer(dayAfter, "OASIS", List.of(1, 1, 1, 1, 1))
                .statusCode(201)
                .body("total", equalTo(5))
                .body("band", equalTo("SUBTHRESHOLD"))
                .body("change.baselineTotal", equalTo(14))
                .body("change.improvement", equalTo(9))
                .body("change.response", equalTo(true))
                .body("change.reliableChange", equalTo("RELIABLE_IMPROVEMENT"))
                .body("change.reliableRecovery", equalTo(true))
                .extract()
                .path("id");
        steps.as("therapist")
                .get("/api/v1/responses/{id}", compared)
                .then()
                .body("change.baselineTotal", equalTo(14))
                .body("change.reliableRecovery", equalTo(true));
        Events.Published scored = Events.await(OutcomeSteps.OWN_FACTS, fact -> fact.type()
                        .equals("outcome.response-scored.v1")
                && fact.key().equals(patient.toString())
                && fact.json().get("timePoint").asText().equals("H24"));
        assertThat(scored.json().get("changeStatus").toString()).contains("RESPONSE", "RELIABLE_RECOVERY");
        assertThat(scored.data()).doesNotContain("answers");

        steps.as("therapist")
                .get("/api/v1/patients/{patient}/trajectory", patient)
                .then()
                .statusCode(200)
                .body("primaryInstrument", equalTo("LSAS_SR"))
                .body("series.instrument", contains("LSAS_SR", "GAD7", "PHQ9", "OASIS", "CSSRS_SCREEN"))
                .body("series[0].points[0].total", equalTo(96))
                .body("series[0].points[0].change", nullValue())
                .body("series[3].points", hasSize(2))
                .body("series[3].baseline.total", equalTo(14))
                .body("series[3].points[1].change.percentChange", equalTo(64.29f))
                .body("doses", hasSize(1))
                .body("doses[0].number", equalTo(1));
        String svg = steps.as("therapist")
                .get("/api/v1/patients/{patient}/trajectory.svg", patient)
                .then()
                .statusCode(200)
                .contentType(containsString("image/svg+xml"))
                .body(notNullValue())
                .extract()
                .asString();
        assertThat(svg)
                .startsWith("<svg ")
                .contains("<title id=\"title\">", "<desc id=\"desc\">", "OASIS", "5 on ")
                .doesNotContain(patient.toString());
    }

    private static Instant clinicNow() {
        return ClinicTime.now();
    }
}
