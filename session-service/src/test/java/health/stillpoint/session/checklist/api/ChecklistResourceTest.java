package health.stillpoint.session.checklist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries to talk a checklist that says no into a yes. */
@ServiceTest
class ChecklistResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");
    private UUID session;
    private UUID patient;
    private Instant assessedAt;

    @BeforeEach
    void aPatientHasCome() {
        patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        session = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(2)), null);
        assessedAt = steps.now().minus(Duration.ofMinutes(40));
        steps.as("monitor").body(Map.of("checkedInAt", assessedAt.toString())).post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);
    }

    @Test
    void takesANoGoBackOnlyByAPrescriberWithAReasonAndKeepsBoth() {
        Map<String, Object> bad = steps.checklist(assessedAt);
        bad.putAll(Map.of("heartRate", 135, "oxygenSaturation", 86, "escortConfirmed", false));
        answer("monitor", bad).then().statusCode(200).body("result", equalTo("NO_GO"));
        Map<String, Object> clean = steps.checklist(assessedAt);

        answer("monitor", clean).then().statusCode(409).body("code", equalTo("checklist-cannot-be-replaced"))
                .body("unmet", contains("REASON_MISSING", "PRESCRIBER_REQUIRED"));
        answer("prescriber", clean).then().statusCode(409).body("unmet", contains("REASON_MISSING"));
        steps.as("monitor").get("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200).body("result", equalTo("NO_GO"));
        clean.put("replacementReason", "Oximeter on the wrong finger");
        clean.put("doubleCheck", bad.get("doubleCheck"));
        clean.put("weighedAt", bad.get("weighedAt"));
        String request = "replaced-" + UUID.randomUUID();
        steps.as("prescriber").header("X-Request-Id", request).body(clean).put("/api/v1/sessions/{id}/pre-dose-checklist", session)
                .then().statusCode(200).body("result", equalTo("GO"));

        versions().body("items", hasSize(2)).body("items.number", contains(0, 1)).body("items.result", contains("NO_GO", "GO"))
                .body("items[0].answers.heartRate", equalTo(135)).body("items[0].changedFields", hasItems("assessedAt", "heartRate", "doubleCheck"))
                .body("items[1].answers.heartRate", equalTo(72)).body("items[1].reason", equalTo("Oximeter on the wrong finger"))
                .body("items[1].changedFields", containsInAnyOrder("heartRate", "oxygenSaturation", "escortConfirmed"));
        assertThat((String) Database.value("select fields from audit_pending where request_id = ? union all select fields from audit_event where request_id = ?",
                request, request)).isEqualTo("heartRate,oxygenSaturation,escortConfirmed");
    }

    @Test
    void waitsForTheRepeatedBloodPressure() {
        Map<String, Object> high = steps.checklist(assessedAt);
        high.put("bloodPressure", Map.of("restedMinutes", 5, "readings", readings(145)));
        answer("monitor", high).then().statusCode(200).body("result", equalTo("CAUTION"));

        answer("monitor", steps.checklist(assessedAt.plus(Duration.ofMinutes(14)))).then().statusCode(409).body("unmet", contains("REPEATED_TOO_SOON"));
        answer("monitor", steps.checklist(assessedAt.plus(Duration.ofMinutes(15)))).then().statusCode(409).body("unmet", contains("REPEATED_TOO_SOON"));
        steps.checklistWrittenDownBefore(session, Duration.ofMinutes(15));
        answer("monitor", steps.checklist(assessedAt.plus(Duration.ofMinutes(15)))).then().statusCode(200).body("result", equalTo("GO"));
    }

    @Test
    void keepsTheSignedListWhenItIsAnsweredAgain() {
        Map<String, Object> anxious = steps.checklist(assessedAt);
        anxious.put("suds", 7);
        answer("monitor", anxious).then().statusCode(200).body("result", equalTo("CAUTION"));
        steps.as("prescriber").body(Map.of("reason", "Settled")).post("/api/v1/sessions/{id}/pre-dose-checklist/sign", session).then().statusCode(200);
        answer("monitor", anxious).then().statusCode(200).body("signedBy", equalTo(null));

        versions().body("items", hasSize(3)).body("items[1].reason", equalTo("Settled")).body("items[1].changedFields", empty())
                .body("items.findAll { it.signedBy != null }.number", contains(1));
        SessionSteps.in("meadow").as("monitor").get("/api/v1/sessions/{id}/pre-dose-checklist/versions", session).then().statusCode(404)
                .body("code", equalTo("no-such-session"));
    }

    @Test
    void takesNoTestForAnAnswerAndNoPersonForTwo() {
        Map<String, Object> answers = steps.checklist(assessedAt);
        answers.put("pregnancyTest", "NOT_APPLICABLE");
        UUID alone = UUID.randomUUID();
        answers.put("doubleCheck", Map.of("firstBy", alone, "secondBy", alone));

        answer("monitor", answers).then().statusCode(200).body("result", equalTo("NO_GO"))
                .body("rows.findAll { it.result == 'NO_GO' }.item", contains("PREGNANCY_TEST", "DOUBLE_CHECK"));
    }

    @Test
    void takesTheTwoPeopleFromTheCareTeamWhereItIsKnown() {
        UUID prescriber = UUID.randomUUID();
        UUID monitor = UUID.randomUUID();
        steps.caredForBy(patient, Map.of(prescriber, "LEAD_PRESCRIBER", monitor, "MONITOR"));
        Map<String, Object> answers = steps.checklist(assessedAt);

        answers.put("doubleCheck", Map.of("firstBy", monitor, "secondBy", UUID.randomUUID()));
        answer("monitor", answers).then().statusCode(200).body("rows.findAll { it.result == 'NO_GO' }.item", contains("DOUBLE_CHECK"));
        answers.put("doubleCheck", Map.of("firstBy", monitor, "secondBy", prescriber));
        answers.put("replacementReason", "The wrong name was chosen");
        answer("prescriber", answers).then().statusCode(200).body("result", equalTo("GO"));
    }

    private Response answer(String role, Map<String, Object> answers) {
        return steps.as(role).body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session);
    }

    private ValidatableResponse versions() {
        return steps.as("therapist").get("/api/v1/sessions/{id}/pre-dose-checklist/versions", session).then().statusCode(200);
    }

    private static List<Map<String, Integer>> readings(int systolic) {
        return List.of(Map.of("systolic", systolic, "diastolic", 78), Map.of("systolic", systolic, "diastolic", 78));
    }
}
