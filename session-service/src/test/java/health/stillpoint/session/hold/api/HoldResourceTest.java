package health.stillpoint.session.hold.api;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class HoldResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void standsAfterACriticalAnswerUntilItsOwnRoleLiftsIt() {
        UUID patient = steps.patientReadyForTreatment();
        UUID alert = steps.safetyAlertRaised(patient, "PHQ9_SI_PRESENT", "ORANGE");
        steps.safetyAlertRaised(patient, "CSSRS_LOW", "AMBER");
        UUID hold = UUID.fromString(steps.as("therapist").get("/api/v1/holds?patientId={id}&open=true", patient).then().statusCode(200)
                .body("items.code", contains("H_CSSRS")).extract().path("items[0].id"));

        steps.as("therapist").body(Map.of("reason", "Spoke at length")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(409)
                .body("code", equalTo("hold-not-cleared")).body("unmet", contains("ROLE_NOT_ALLOWED"));
        steps.safetyAlertResolved(patient, alert);
        clear(hold, "x").statusCode(422).body("violations.field", contains("reason"));
        steps.as("prescriber").body(Map.of("reason", "C-SSRS NONE today")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(200).body("open", equalTo(false));
        steps.as("prescriber").body(Map.of("reason", "once again so")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(409).body("unmet", contains("ALREADY_CLEARED"));

        Events.await(SessionSteps.OWN_FACTS, "session.hold-placed.v1", patient);
        Events.await(SessionSteps.OWN_FACTS, "session.hold-cleared.v1", patient);
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", patient).then().body("items", empty());
    }

    @Test
    void standsUntilEveryAlertBehindItIsResolved() {
        UUID patient = steps.patientReadyForTreatment();
        UUID frequent = steps.safetyAlertRaised(patient, "PHQ9_SI_FREQUENT", "RED");
        UUID high = steps.safetyAlertRaised(patient, "CSSRS_HIGH", "RED");
        UUID mania = steps.safetyAlertRaised(patient, "ASRM_POSITIVE", "ORANGE");
        UUID hold = openHold(patient, "H_CSSRS");

        clear(hold, "C-SSRS NONE today").statusCode(409).body("code", equalTo("hold-source-unresolved"))
                .body("alerts.id", containsInAnyOrder(frequent.toString(), high.toString())).body("alerts.code", containsInAnyOrder("PHQ9_SI_FREQUENT", "CSSRS_HIGH"));
        steps.safetyAlertResolved(patient, frequent);
        clear(hold, "C-SSRS NONE today").statusCode(409).body("alerts.id", contains(high.toString()));
        steps.safetyAlertResolved(patient, high);
        clear(hold, "C-SSRS NONE today").statusCode(200);
        clear(openHold(patient, "H_MANIA"), "ASRM 2 today").statusCode(409).body("alerts.id", contains(mania.toString()));
    }

    @Test
    void hearsAResolutionBeforeItsAlertAndAnAlertTwice() {
        UUID patient = steps.patientReadyForTreatment();
        UUID alert = UUID.randomUUID();
        steps.safetyAlertResolved(patient, alert);
        steps.safetyAlertRaised(alert, patient, "CSSRS_HIGH", "RED");

        clear(openHold(patient, "H_CSSRS"), "C-SSRS NONE today").statusCode(200);

        steps.safetyAlertRaised(alert, patient, "CSSRS_HIGH", "RED");
        steps.safetyAlertRaised(patient, "CSSRS_LOW", "AMBER");
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", patient).then().body("items", empty());
    }

    @Test
    void standsForTheAlertsOfEveryRecordOfThePerson() {
        UUID merged = steps.patientReadyForTreatment();
        UUID survivor = steps.patientReadyForTreatment();
        UUID first = steps.safetyAlertRaised(merged, "PHQ9_SI_PRESENT", "ORANGE");
        UUID hold = openHold(merged, "H_CSSRS");
        steps.say("patient.events.v1", "patient.merged.v1", survivor, Map.of("patientId", survivor.toString(),
                "mergedPatientId", merged.toString(), "mergedAt", steps.now().toString()));
        Eventually.holds(() -> assertThat(Database.count("select count(*) from merged_record where survivor_id = ?", survivor)).isOne());
        UUID second = steps.safetyAlertRaised(survivor, "CSSRS_HIGH", "RED");

        steps.safetyAlertResolved(merged, first);

        clear(hold, "C-SSRS NONE today").statusCode(409).body("alerts.id", contains(second.toString()));
    }

    private UUID openHold(UUID patient, String code) {
        return UUID.fromString(steps.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", patient).then().statusCode(200)
                .extract().path("items.find { it.code == '" + code + "' }.id"));
    }

    private ValidatableResponse clear(UUID hold, String reason) {
        return steps.as("prescriber").body(Map.of("reason", reason)).post("/api/v1/holds/{id}/clear", hold).then();
    }

    @Test
    void isPlacedOnceForEachReason() {
        UUID patient = steps.patientReadyForTreatment();
        UUID first = place(patient, "H_LIVER");

        assertThat(place(patient, "H_LIVER")).isEqualTo(first);
        steps.as("monitor").get("/api/v1/holds?patientId={id}", patient).then().body("items", hasSize(1));
    }

    @Test
    void isNotOverriddenWhenItIsAHardBlock() {
        UUID patient = steps.patientReadyForTreatment();
        UUID hold = place(patient, "H_PREG");

        steps.as("prescriber").body(Map.of("reason", "Because I say so")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(409).body("unmet", contains("HARD_BLOCK"));
        steps.as("prescriber").body(Map.of("reason", "negative test", "negativeTestAt", steps.now().plus(Duration.ofHours(1)).toString()))
                .post("/api/v1/holds/{id}/clear", hold).then().statusCode(409).body("unmet", contains("HARD_BLOCK"));
    }

    @Test
    void comesFromAChecklistThatSaysNo() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        UUID session = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(2)), null);
        Map<String, Object> answers = steps.checklist(steps.now());
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(409).body("code", equalTo("step-not-allowed"));
        steps.as("monitor").body(Map.of()).post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);
        answers.put("asrmTotal", 6);

        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200)
                .body("result", equalTo("NO_GO")).body("rows.find { it.item == 'ASRM' }.result", equalTo("NO_GO"));
        steps.as("prescriber").body(Map.of("reason", "x")).post("/api/v1/sessions/{id}/pre-dose-checklist/sign", session).then().statusCode(409)
                .body("code", equalTo("checklist-cannot-be-signed")).body("unmet", contains("NOT_A_CAUTION"));
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", patient).then().body("items.code", contains("H_MANIA"));
    }

    @Test
    void leavesACautionToAPrescriberAfterASecondBloodPressure() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        UUID session = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(2)), null);
        steps.as("monitor").body(Map.of("checkedInAt", steps.now().minus(Duration.ofMinutes(25)).toString()))
                .post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);
        Map<String, Object> answers = steps.checklist(steps.now().minus(Duration.ofMinutes(20)));
        List<Map<String, Integer>> high = List.of(Map.of("systolic", 145, "diastolic", 80), Map.of("systolic", 145, "diastolic", 80));
        answers.put("bloodPressure", Map.of("restedMinutes", 5, "readings", high));
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200).body("result", equalTo("CAUTION"));
        sign("prescriber", session).statusCode(409).body("unmet", contains("REMEASUREMENT_MISSING"));
        answers.put("bloodPressure", Map.of("restedMinutes", 5, "readings", high, "remeasured", high, "remeasuredAfterMinutes", 15));
        steps.checklistWrittenDownBefore(session, Duration.ofMinutes(15));
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200).body("result", equalTo("CAUTION"));

        sign("monitor", session).statusCode(403);
        sign("prescriber", session).statusCode(200).body("signatureReason", equalTo("White coat, known"));
        answers.remove("moaas");
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(422).body("violations.field", contains("moaas"));
    }

    @Test
    void measuresRisesFromTheBloodPressureThatWasJudged() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        UUID session = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(2)), null);
        steps.as("monitor").body(Map.of()).post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);
        Map<String, Object> answers = steps.checklist(steps.now().minus(Duration.ofMinutes(5)));
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(422)
                .body("code", equalTo("out-of-order")).body("violations.field", contains("assessedAt"));
        answers = steps.checklist(steps.now());
        answers.put("bloodPressure", Map.of("restedMinutes", 5, "readings", readings(120), "remeasured", readings(152), "remeasuredAfterMinutes", 15));

        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200).body("result", equalTo("GO"));

        steps.measure(session, steps.vitalSigns(steps.now(), 155)).then().statusCode(201).body("alerts[0].codes", contains("SYSTOLIC_RISE"));
    }

    private static List<Map<String, Integer>> readings(int systolic) {
        return List.of(Map.of("systolic", systolic, "diastolic", 78), Map.of("systolic", systolic, "diastolic", 78));
    }

    private ValidatableResponse sign(String role, UUID session) {
        return steps.as(role).body(Map.of("reason", "White coat, known")).post("/api/v1/sessions/{id}/pre-dose-checklist/sign", session).then();
    }

    private UUID place(UUID patient, String code) {
        return id(steps.as("prescriber").body(Map.of("patientId", patient, "code", code, "reason", "found")).post("/api/v1/holds").then().statusCode(201));
    }
}
