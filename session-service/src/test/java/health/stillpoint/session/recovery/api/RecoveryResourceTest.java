package health.stillpoint.session.recovery.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tries to let a patient leave too early. */
@ServiceTest
@ExtendWith(CanaryLog.class)
class RecoveryResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void keepsThePatientUntilEverythingIsMet() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Map<String, Object> nothing = Map.of("dischargedAt", dosed.minute(119).toString(), "instructionsGiven", Map.of("written", false, "spoken", false),
                "emergencyNumberGiven", false);
        discharge(dosed, nothing).then().statusCode(409).body("code", equalTo("discharge-criteria-unmet")).body("unmet",
                contains("MINIMUM_OBSERVATION", "NOT_RECOVERED", "ESCORT", "INSTRUCTIONS_WRITTEN", "INSTRUCTIONS_SPOKEN", "NEXT_CONTACT", "EMERGENCY_NUMBER", "MONITORING_INCOMPLETE"));

        assess(dosed, 125).then().statusCode(201).body("recovered", equalTo(false)).body("unmet", contains("BLOOD_PRESSURE"));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(110), 124)).then().statusCode(201);
        assess(dosed, 125).then().statusCode(201).body("recovered", equalTo(true));
        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(409).body("unmet", contains("MONITORING_INCOMPLETE"));
        steps.missedPointsAcknowledged(dosed.session());
        Map<String, Object> alone = steps.discharge(dosed.minute(126));
        alone.put("escort", Map.of("name", "CANARY-Jo"));
        discharge(dosed, alone).then().statusCode(409).body("unmet", contains("ESCORT"));

        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(200);
        discharge(dosed, steps.discharge(dosed.minute(127))).then().statusCode(409).body("code", equalTo("step-not-allowed"));
        steps.as("therapist").get("/api/v1/sessions/{id}/recovery-assessments", dosed.session()).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void takesRecoveryBackWhenALaterAssessmentFails() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(100), 124)).then().statusCode(201);
        assess(dosed, 121).then().body("recovered", equalTo(true));
        Map<String, Object> dizzy = steps.recovery(dosed.minute(123));
        dizzy.put("walksUnaided", false);
        steps.as("monitor").body(dizzy).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session()).then().statusCode(201).body("unmet", contains("WALKS_UNAIDED"));
        steps.missedPointsAcknowledged(dosed.session());

        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(409).body("unmet", contains("NOT_RECOVERED"));
        steps.as("monitor").body(Map.of()).post("/api/v1/sessions/{id}/discharge", dosed.session()).then().statusCode(422);
        steps.as("therapist").body(steps.discharge(dosed.minute(126))).post("/api/v1/sessions/{id}/discharge", dosed.session()).then().statusCode(403);
    }

    @Test
    void asksForRecoveryAnewAfterALaterGraveReading() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(100), 124)).then().statusCode(201);
        assess(dosed, 121).then().body("recovered", equalTo(true));
        steps.missedPointsAcknowledged(dosed.session());
        String alert = steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(123), 205)).then().statusCode(201)
                .extract().path("alerts[0].id");
        steps.as("prescriber").body(Map.of("action", "At the bedside"))
                .post("/api/v1/sessions/{id}/alerts/{alert}/acknowledge", dosed.session(), alert).then().statusCode(200);

        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(409).body("unmet", contains("NOT_RECOVERED"));
    }

    @Test
    void looksForMissedPointsWithoutWaitingForTheJob() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        for (int minute : new int[] {0, 5, 10, 15, 20, 30, 40, 60, 90}) {
            steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(minute), 124)).then().statusCode(201);
        }
        Map<String, Object> odd = steps.vitalSigns(dosed.minute(120), 124);
        odd.put("respiratoryRate", 61);
        steps.measure(dosed.session(), odd).then().statusCode(201);
        assess(dosed, 125).then().statusCode(201).body("recovered", equalTo(true));

        steps.as("monitor").get("/api/v1/sessions/{id}/alerts", dosed.session()).then().statusCode(200)
                .body("items.findAll { it.codes == ['MONITORING_POINT_MISSED'] }.measuredAt", hasItem(dosed.minute(120).toString()));
        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(409)
                .body("unmet", contains("ALERT_UNACKNOWLEDGED", "MONITORING_INCOMPLETE"));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(121), 124)).then().statusCode(201).body("items[0].planPoint", equalTo(120));
        discharge(dosed, steps.discharge(dosed.minute(126))).then().statusCode(409).body("unmet", contains("ALERT_UNACKNOWLEDGED"));
    }

    @Test
    void isNotAssessedBeforeTheDoseWasGiven() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();

        assess(dosed, -3).then().statusCode(422).body("code", equalTo("out-of-order")).body("violations.field", contains("assessedAt"));
        assess(dosed, 1).then().statusCode(201);
    }

    @Test
    void takesTheAssessmentMadeLastHoweverLateAnEarlierOneIsCharted() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(90), 124)).then().statusCode(201);
        Map<String, Object> dizzy = steps.recovery(dosed.minute(130));
        dizzy.put("walksUnaided", false);
        steps.as("monitor").body(dizzy).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session()).then().statusCode(201);
        assess(dosed, 121).then().statusCode(201).body("recovered", equalTo(true));
        steps.missedPointsAcknowledged(dosed.session());

        discharge(dosed, steps.discharge(dosed.minute(140))).then().statusCode(409).body("unmet", contains("NOT_RECOVERED"));
        assess(dosed, 135).then().statusCode(201).body("recovered", equalTo(true));
        discharge(dosed, steps.discharge(dosed.minute(140))).then().statusCode(200);
    }

    @Test
    void holdsTheNextDoseWhenRecoveryIsLate() {
        SessionSteps meadow = SessionSteps.in("meadow");
        SessionSteps.Dosed dosed = meadow.sessionUnderObservation();
        meadow.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().statusCode(200).body("items", empty());

        ClinicTime.advance("meadow", Duration.ofMinutes(61));

        Eventually.get(() -> meadow.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().statusCode(200)
                .body("items.code", contains("H_AE2")));
        Map<String, Object> dissociated = meadow.recovery(dosed.minute(240));
        dissociated.put("cadss6", 2);
        meadow.as("monitor").body(dissociated).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session()).then().statusCode(201);
        meadow.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().body("items.code", contains("H_AE2", "H_DISSOC"));
    }

    private Response assess(SessionSteps.Dosed dosed, int minute) {
        return steps.as("monitor").body(steps.recovery(dosed.minute(minute))).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session());
    }

    private Response discharge(SessionSteps.Dosed dosed, Map<String, Object> body) {
        return steps.as("monitor").body(body).post("/api/v1/sessions/{id}/discharge", dosed.session());
    }
}
