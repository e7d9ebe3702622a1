package health.stillpoint.outcome.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientErasedResourceTest {

    private static final List<Integer> SUICIDAL_IDEATION = List.of(0, 0, 0, 0, 0, 0, 0, 0, 1);

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    /** A patient with an answer and an alert that a clinician resolved in words. */
    private UUID aPatientWrittenAbout() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String response = steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201).extract().path("id");
        String alert = Database.value("select id from safety_alert where response_id = ?::uuid", response).toString();
        steps.as("prescriber").body(Map.of("reason", "spoke with her sister")).post("/api/v1/safety-alerts/{id}/resolve", alert)
                .then().statusCode(200);
        return baseline.patient();
    }

    private static Object reasonAbout(UUID patient) {
        return Database.value("select reason from safety_alert where patient_id = ?::uuid", patient.toString());
    }

    @Test
    void takesTheWordsOfCliniciansAboutThisPatientAwayAndKeepsTheAnswers() {
        UUID erased = aPatientWrittenAbout();
        UUID other = aPatientWrittenAbout();

        Events.fact("patient.erased.v1").clinic("harbor").key(erased).with("patientId", erased.toString())
                .with("erasedAt", "2026-03-05T09:00:00Z").with("keepUntil", "2033-03-01").publishTo(OutcomeSteps.PATIENT_FACTS);

        Eventually.holds(() -> assertThat(reasonAbout(erased)).isEqualTo("[erased]"));
        assertThat(reasonAbout(other)).isEqualTo("spoke with her sister");
        assertThat(Database.count("select count(*) from questionnaire_response where patient_id = ?::uuid", erased.toString())).isOne();
    }

    @Test
    void readsThePatientServicesExample() {
        assertThat(ContractChecks.reads(PatientErasedV1.TYPE, PatientErasedV1.class).patientId()).isNotNull();
    }
}
