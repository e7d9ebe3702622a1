package health.stillpoint.patient.treatment.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.id;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class Corrected {

        private static UUID recorded(UUID patient, String example) {
            return id(post("therapist", patient, "/prior-treatments", example).statusCode(201));
        }

        private static ValidatableResponse step(String role, String clinic, UUID patient, UUID treatment, String step, int seen) {
            return as(role, clinic).header("If-Match", "\"" + seen + "\"")
                    .body(step.equals("correct") ? TreatmentExamples.CORRECTION : TreatmentExamples.WITHDRAWAL)
                    .post(PATIENTS + "/" + patient + "/prior-treatments/" + treatment + "/" + step).then();
        }

        private static ValidatableResponse step(UUID patient, UUID treatment, String step, int seen) {
            return step("therapist", "harbor", patient, treatment, step, seen);
        }

        @Test
        void keepsEveryVersionWithAuthorAndReasonAndCountsTheLast() {
            UUID patient = Api.aPatientWithSignedIntake();
            UUID sertraline = recorded(patient, TreatmentExamples.SERTRALINE);
            recorded(patient, TreatmentExamples.CBT);
            get("therapist", patient, "/treatment-resistance").body("stage", equalTo(2));

            step(patient, sertraline, "correct", 0).statusCode(200)
                    .header("ETag", "\"1\"").body("status", equalTo("CORRECTED")).body("maxDailyDoseMilligrams", equalTo(50))
                    .body("reason", startsWith("the pharmacy"));

            get("therapist", patient, "/treatment-resistance").body("rows.size()", equalTo(2))
                    .body("rows[0].id", equalTo(sertraline.toString()));
            get("therapist", patient, "/prior-treatments/" + sertraline + "/versions?limit=1").statusCode(200)
                    .header("Link", containsString("rel=\"next\"")).body("items.version", contains(1));
            get("therapist", patient, "/prior-treatments/" + sertraline + "/versions").statusCode(200)
                    .body("items.version", contains(1, 0)).body("items.status", contains("CORRECTED", "RECORDED"))
                    .body("items.maxDailyDoseMilligrams", contains(50, 150)).body("items[1].reason", nullValue());
            get("therapist", patient, "/prior-treatments").body("items.maxDailyDoseMilligrams", hasItem(50))
                    .body("items.version", contains(1, 0));
        }

        @Test
        void aWithdrawnOneCountsNoLongerButIsNeverLost() {
            UUID patient = Api.aPatientWithSignedIntake();
            UUID sertraline = recorded(patient, TreatmentExamples.SERTRALINE);
            UUID therapy = recorded(patient, TreatmentExamples.CBT);

            step(patient, sertraline, "withdraw", 0).statusCode(200).body("status", equalTo("ENTERED_IN_ERROR"));

            get("therapist", patient, "/treatment-resistance").body("stage", equalTo(1)).body("rows.class", contains("CBT"));
            get("therapist", patient, "/prior-treatments").body("items.id", contains(therapy.toString()));
            get("therapist", patient, "/prior-treatments?enteredInError=true")
                    .body("items.status", contains("ENTERED_IN_ERROR", "RECORDED"));
            get("therapist", patient, "/prior-treatments/" + sertraline).statusCode(200)
                    .body("status", equalTo("ENTERED_IN_ERROR")).body("agent", equalTo("sertraline"));
            step(patient, sertraline, "correct", 1).statusCode(409).body("code", equalTo("treatment-withdrawn"));
            step(patient, sertraline, "withdraw", 1).statusCode(409).body("code", equalTo("treatment-withdrawn"));
        }

        @Test
        void endsAnAcceptanceThatRestedOnAnErrorAndTellsIt() {
            UUID patient = Api.aPatientWithSignedIntake();
            UUID sertraline = recorded(patient, TreatmentExamples.SERTRALINE);
            UUID therapy = recorded(patient, TreatmentExamples.CBT);
            Api.screen(patient, ScreeningExamples.HEALTHY);
            UUID decision = id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201));

            step(patient, therapy, "withdraw", 0).statusCode(200);
            get("prescriber", patient, "/candidacy-decisions/" + decision).body("status", equalTo("IN_FORCE"));
            step(patient, sertraline, "withdraw", 0).statusCode(200);

            get("prescriber", patient, "/candidacy").body("outcome", equalTo("DEFERRED")).body("resistanceStage", equalTo(0));
            get("prescriber", patient, "/candidacy-decisions/" + decision).body("status", equalTo("ENDED"))
                    .body("endReasonCodes", contains("NOT_RESISTANT")).body("resistanceStage", equalTo(2));
            Events.await("patient.events.v1", fact -> fact.type().equals("patient.candidacy-expired.v1")
                    && patient.toString().equals(fact.key()) && fact.json().toString().contains("NOT_RESISTANT"));
        }

        @Test
        void needsToHaveSeenTheLastVersion() {
            UUID patient = Api.aRegisteredPatient();
            UUID treatment = recorded(patient, TreatmentExamples.SERTRALINE);
            String path = "/prior-treatments/" + treatment;

            post("therapist", patient, path + "/correct", TreatmentExamples.CORRECTION).statusCode(428);
            step(patient, treatment, "correct", 1).statusCode(412);
            step(patient, treatment, "correct", 0).statusCode(200);
            step(patient, treatment, "withdraw", 0).statusCode(412);
            as("therapist").header("If-Match", "\"1\"").body(TreatmentExamples.CORRECTION.replace("SSRI", "CBT"))
                    .post(PATIENTS + "/" + patient + path + "/correct").then().statusCode(422).body("code", equalTo("class-contradicted"));
            as("therapist").header("If-Match", "\"1\"").body("{\"reason\": \" \"}")
                    .post(PATIENTS + "/" + patient + path + "/withdraw").then().statusCode(422);
        }

        @Test
        void isNobodyElsesToReadOrWrite() {
            UUID patient = Api.aRegisteredPatient();
            UUID other = Api.aRegisteredPatient();
            UUID treatment = recorded(patient, TreatmentExamples.SERTRALINE);

            for (String step : List.of("correct", "withdraw")) {
                step("therapist", "meadow", patient, treatment, step, 0).statusCode(404);
                step("monitor", "harbor", patient, treatment, step, 0).statusCode(403);
                step(other, treatment, step, 0).statusCode(404);
                step(patient, UUID.randomUUID(), step, 0).statusCode(404);
            }
            as("therapist", "meadow").get(PATIENTS + "/" + patient + "/prior-treatments/" + treatment + "/versions").then().statusCode(404);
            get("therapist", patient, "/prior-treatments/" + treatment + "/versions").body("items.version", contains(0));
        }

        @Test
        void isAudited() {
            UUID patient = Api.aRegisteredPatient();
            UUID treatment = recorded(patient, TreatmentExamples.SERTRALINE);
            step(patient, treatment, "correct", 0).statusCode(200);

            assertThat(Database.count("""
                    select (select count(*) from audit_pending where action = 'prior-treatment.correct' and entity_id = ?::uuid)
                         + (select count(*) from audit_event where action = 'prior-treatment.correct' and entity_id = ?::uuid)""",
                    treatment.toString(), treatment.toString())).isOne();
        }
    }
}
