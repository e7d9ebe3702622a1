package health.stillpoint.outcome.safetyalert.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class SafetyAlertResourceTest {

    private static final List<Integer> SUICIDAL_IDEATION = List.of(0, 0, 0, 0, 0, 0, 0, 0, 1);

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @Test
    void hearsSuicidalIdeationInThePhq9() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");

        // When
        String response = steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION)
                .statusCode(201)
                .body("alerts.code", contains("PHQ9_SI_PRESENT"))
                .extract()
                .path("id");

        // Then
        alertsOf(baseline.patient())
                .body("items.code", contains("PHQ9_SI_PRESENT"))
                .body("items[0].severity", equalTo("ORANGE"))
                .body("items[0].status", equalTo("RAISED"))
                .body("items[0].items", contains(9))
                .body("items[0].responseId", equalTo(response));
        Events.Published told =
                Events.await(OutcomeSteps.OWN_FACTS, "outcome.safety-alert-raised.v1", baseline.patient());
        assertThat(told.json().get("code").asText()).isEqualTo("PHQ9_SI_PRESENT");
        assertThat(told.json().get("severity").asText()).isEqualTo("ORANGE");
        assertThat(told.json().get("responseId").asText()).isEqualTo(response);
    }

    @Test
    void hearsAModerateAndAHighScreener() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "CSSRS_SCREEN", Arrays.asList(1, 1, 1, 0, 0, 0, null))
                .statusCode(201)
                .body("derived[0].value", equalTo("MODERATE"))
                .body("alerts.code", contains("CSSRS_MODERATE"));
        steps.answer(baseline.assessment(), "CSSRS_SCREEN", Arrays.asList(1, 1, 1, 1, 0, 0, null))
                .statusCode(201)
                .body("derived[0].value", equalTo("HIGH"))
                .body("alerts.severity", contains("RED"));
        alertsOf(baseline.patient()).body("items.code", containsInAnyOrder("CSSRS_MODERATE", "CSSRS_HIGH"));
    }

    @Test
    void raisesNothingForARefusedSheet() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "PHQ9", List.of(9, 0, 0, 0, 0, 0, 0, 0, 3)).statusCode(422);
        alertsOf(baseline.patient()).body("items", empty());
    }

    @Test
    void endsTheAlertAboutAMissingItemWhenItIsAnswered() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "PHQ9", Arrays.asList(1, 1, 1, 1, 1, 1, 1, 1, null))
                .statusCode(201)
                .body("status", equalTo("SCORED_PRORATED"))
                .body("alerts.code", contains("SAFETY_ITEM_MISSING"));

        // When
        steps.answer(baseline.assessment(), "PHQ9", List.of(1, 1, 1, 1, 1, 1, 1, 1, 0)).statusCode(201);

        // Then
        alertsOf(baseline.patient())
                .body("items.code", contains("SAFETY_ITEM_MISSING"))
                .body("items.status", contains("RESOLVED"))
                .body("items.reason", contains("ITEM_ANSWERED"));
        Events.await(OutcomeSteps.OWN_FACTS, "outcome.safety-alert-resolved.v1", baseline.patient());
    }

    @Nested
    class Taking {

        @Test
        void isOpenToMonitorsAndEndingToPrescribers() {
            // Given
            String alert = anIdeationAlert();

            // When
            steps.as("monitor")
                    .post("/api/v1/safety-alerts/{id}/acknowledge", alert)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACKNOWLEDGED"))
                    .body("acknowledgedBy", notNullValue())
                    .header("ETag", "\"1\"");
            steps.as("monitor")
                    .post("/api/v1/safety-alerts/{id}/acknowledge", alert)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("step-not-allowed"));
            steps.as("therapist")
                    .body(Map.of("reason", "CANARY-reason"))
                    .post("/api/v1/safety-alerts/{id}/resolve", alert)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("prescriber-only"));

            // Then
            steps.as("prescriber")
                    .body(Map.of("reason", "CANARY-reason"))
                    .post("/api/v1/safety-alerts/{id}/resolve", alert)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RESOLVED"))
                    .body("reason", equalTo("CANARY-reason"));
        }

        @Test
        void needsAReason() {
            steps.as("prescriber")
                    .body(Map.of("reason", " "))
                    .post("/api/v1/safety-alerts/{id}/resolve", anIdeationAlert())
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("invalid-value"));
        }

        @Test
        void isNotForPatientsNorForOtherClinics() {
            String alert = anIdeationAlert();
            steps.as("patient").get("/api/v1/safety-alerts").then().statusCode(403);
            OutcomeSteps.in("meadow")
                    .as("prescriber")
                    .post("/api/v1/safety-alerts/{id}/acknowledge", alert)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-such-safety-alert"));
        }

        private String anIdeationAlert() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
            return alertsOf(baseline.patient()).extract().path("items[0].id");
        }
    }

    @Nested
    class Recipients {

        @Test
        void areTheCareTeamAndTheWholeClinicWhileNobodyIsOnIt() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            UUID practitioner = UUID.randomUUID();
            UUID account = UUID.randomUUID();
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
            alertsOf(baseline.patient())
                    .body("items[0].recipients.role", contains("PRESCRIBER", "MONITOR"))
                    .body("items[0].recipients.practitionerId", contains(nullValue(), nullValue()));
            mine("prescriber", UUID.randomUUID(), baseline.patient()).body("items", hasSize(1));
            mine("therapist", account, baseline.patient()).body("items", empty());

            // When
            teamTold(baseline.patient(), 1, List.of(Map.of(
                    "practitionerId", practitioner.toString(), "subjectId", account.toString(), "role", "PRESCRIBER")));

            // Then
            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items[0].recipients.role", contains("PRESCRIBER"))
                    .body("items[0].recipients.practitionerId", contains(practitioner.toString())));
            mine("prescriber", account, baseline.patient()).body("items.code", contains("PHQ9_SI_PRESENT"));
            mine("prescriber", UUID.randomUUID(), baseline.patient()).body("items", empty());
        }

        @Test
        void areTheWholeClinicTooWhenNoPrescriberOfTheTeamCouldEndIt() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            UUID account = UUID.randomUUID();
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
            steps.answer(baseline.assessment(), "PHQ9", Arrays.asList(1, 1, 1, 1, 1, 1, 1, 1, null)).statusCode(201);

            teamTold(baseline.patient(), 1, List.of(Map.of(
                    "practitionerId", UUID.randomUUID().toString(), "subjectId", account.toString(), "role", "THERAPIST")));

            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items.find { it.code == 'PHQ9_SI_PRESENT' }.recipients.role",
                            contains("THERAPIST", "PRESCRIBER", "MONITOR"))
                    .body("items.find { it.code == 'SAFETY_ITEM_MISSING' }.recipients.role", contains("THERAPIST")));
            mine("prescriber", UUID.randomUUID(), baseline.patient()).body("items.code", contains("PHQ9_SI_PRESENT"));
            mine("therapist", account, baseline.patient()).body("items", hasSize(2));
        }

        @Test
        void areTheWholeClinicTooOnceTheTeamDidNotHearIt() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            teamTold(baseline.patient(), 1, List.of(Map.of("practitionerId", UUID.randomUUID().toString(),
                    "subjectId", UUID.randomUUID().toString(), "role", "LEAD_PRESCRIBER")));
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items[0].recipients.role", contains("LEAD_PRESCRIBER")));
            mine("monitor", UUID.randomUUID(), baseline.patient()).body("items", empty());

            // When
            ClinicTime.advance(Duration.ofHours(5));

            // Then
            Eventually.holds(() -> mine("monitor", UUID.randomUUID(), baseline.patient())
                    .body("items[0].recipients.role", contains("LEAD_PRESCRIBER", "PRESCRIBER", "MONITOR")));
            String alert = alertsOf(baseline.patient()).extract().path("items[0].id");
            steps.as("monitor").post("/api/v1/safety-alerts/{id}/acknowledge", alert).then().statusCode(200);
            mine("monitor", UUID.randomUUID(), baseline.patient()).body("items.status", contains("ACKNOWLEDGED"));
        }

        @Test
        void areNeverNobodyWhenTheClinicianOfTheTeamDoesNotSignIn() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);

            teamTold(baseline.patient(), 1,
                    List.of(Map.of("practitionerId", UUID.randomUUID().toString(), "role", "LEAD_PRESCRIBER")));

            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items[0].recipients.role", contains("LEAD_PRESCRIBER", "PRESCRIBER", "MONITOR")));
            mine("monitor", UUID.randomUUID(), baseline.patient()).body("items", hasSize(1));
        }

        private void teamTold(UUID patient, long revision, List<Map<String, String>> members) {
            Events.fact("patient.care-team-changed.v1")
                    .key(patient)
                    .with("patientId", patient.toString())
                    .with("revision", revision)
                    .with("members", members)
                    .with("changedAt", OutcomeSteps.now().toString())
                    .publishTo(OutcomeSteps.PATIENT_FACTS);
        }

        private ValidatableResponse mine(String role, UUID subject, UUID patient) {
            return given().header("Authorization",
                            "Bearer " + Tokens.of(role, "harbor", Map.of("sub", subject.toString())))
                    .get("/api/v1/safety-alerts?recipient=me&patientId={patient}", patient)
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Silence {

        @Test
        void isPassedOnAndBecomesAnAlertOfItsOwn() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);

            // When
            ClinicTime.advance(Duration.ofHours(25));

            // Then
            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items.code", containsInAnyOrder("PHQ9_SI_PRESENT", "PHQ9_SI_WITHOUT_CSSRS"))
                    .body("items.find { it.code == 'PHQ9_SI_PRESENT' }.escalatedAt", notNullValue())
                    .body("items.find { it.code == 'PHQ9_SI_WITHOUT_CSSRS' }.severity", equalTo("RED")));
        }

        @Test
        void afterAPsychedelicDoseAsksForACall() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            UUID dose = UUID.randomUUID();
            Instant ended = ClinicTime.now();
            steps.doseAdministered(baseline.patient(), dose, 1, "PSYCHEDELIC", ended);
            steps.awaitAssessment(baseline.patient(), "H24");

            // When
            ClinicTime.advance(Duration.ofHours(37));

            // Then: the day after was missed, and the unfinished baseline lacks its C-SSRS
            Eventually.holds(() -> alertsOf(baseline.patient())
                    .body("items.code", containsInAnyOrder("H24_MISSED", "CSSRS_MISSED")));
            Events.await(OutcomeSteps.OWN_FACTS, fact -> fact.type().equals("outcome.assessment-missed.v1")
                    && fact.key().equals(baseline.patient().toString())
                    && fact.json().get("timePoint").asText().equals("H24"));
            steps.as("therapist")
                    .get("/api/v1/assessments?patientId={patient}&status=MISSED", baseline.patient())
                    .then()
                    .body("items.timePoint", hasItem("H24"));
        }
    }

    @Test
    void keepsTheAlertInTheTransactionOfTheResponse() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
        assertThat(Database.value("""
                select a.xmin = r.xmin from safety_alert a join questionnaire_response r on r.id = a.response_id
                where a.patient_id = ?""", baseline.patient())).isEqualTo(true);
    }

    private ValidatableResponse alertsOf(UUID patient) {
        return steps.as("monitor")
                .get("/api/v1/safety-alerts?patientId={patient}", patient)
                .then()
                .statusCode(200);
    }
}
