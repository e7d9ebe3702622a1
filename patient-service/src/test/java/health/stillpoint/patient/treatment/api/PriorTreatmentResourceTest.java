package health.stillpoint.patient.treatment.api;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.id;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class PriorTreatmentResourceTest {

    @Test
    void explainsTheStageTrialByTrial() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        post("therapist", patient, "/prior-treatments",
                        TreatmentExamples.SERTRALINE.replace("\"weeksAtAdequateDose\": 12", "\"weeksAtAdequateDose\": 3"))
                .statusCode(201);

        get("therapist", patient, "/treatment-resistance").statusCode(200)
                .body("stage", equalTo(2))
                .body("rows.adequate", contains(true, true, false))
                .body("rows[2].reasons", hasItem("TOO_FEW_WEEKS"))
                .body("rows[0].class", equalTo("SSRI"))
                .body("reasons", hasItems("FIRST_LINE_AND_PSYCHOTHERAPY_FAILED", "SEVERITY_ABOVE_THRESHOLD"));
    }

    @Test
    void keepsWhatWasRecorded() {
        UUID patient = Api.aRegisteredPatient();
        UUID treatment = id(post("therapist", patient, "/prior-treatments",
                TreatmentExamples.SERTRALINE.replace("no relief", "CANARY-reason")).statusCode(201));

        get("therapist", patient, "/prior-treatments/" + treatment).statusCode(200)
                .body("stopReason", equalTo("CANARY-reason")).body("class", equalTo("SSRI"));
        get("therapist", patient, "/prior-treatments/" + UUID.randomUUID()).statusCode(404);
        get("therapist", patient, "/prior-treatments").statusCode(200).body("items.agent", contains("sertraline"));
    }

    @Test
    void refusesADrugUnderTheClassOfAnother() {
        UUID patient = Api.aRegisteredPatient();

        for (String other : List.of("CBT", "SNRI", "BENZODIAZEPINE")) {
            post("therapist", patient, "/prior-treatments", TreatmentExamples.SERTRALINE.replace("SSRI", other)
                            .replace("\"sertraline\"", "\"Sertraline XR\"")).statusCode(422)
                    .body("code", equalTo("class-contradicted")).body("violations.field", contains("class"));
        }
        post("therapist", patient, "/prior-treatments", TreatmentExamples.SERTRALINE.replace("SSRI", "OTHER")).statusCode(201);
    }

    @Test
    void refusesATreatmentLongerThanTheLife() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/prior-treatments", TreatmentExamples.SERTRALINE.replace(
                        "\"weeksAtAdequateDose\": 12", "\"weeksAtAdequateDose\": 2600")).statusCode(422)
                .body("code", equalTo("implausible-date")).body("violations.field", contains("weeksAtAdequateDose"));
    }

    @Test
    void refusesAClassThatDoesNotExist() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/prior-treatments", TreatmentExamples.SERTRALINE.replace("SSRI", "MAGIC"))
                .statusCode(400);
    }
}
