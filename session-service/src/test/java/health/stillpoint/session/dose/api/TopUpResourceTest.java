package health.stillpoint.session.dose.api;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Gives, and tries to give, a second injection. */
@ServiceTest
class TopUpResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void isGivenOnceAndObservedAnew() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(22), 124)).then().statusCode(201);
        UUID order = orderedAt(dosed, 20, 0.24);

        List<Response> answers = AtOnce.times(4, () -> topUp(dosed, order, dosed.minute(25)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
        answers.stream().filter(answer -> answer.statusCode() == 201).findFirst().orElseThrow().then()
                .body("topUp", equalTo(true)).body("doseNumber", equalTo(1)).body("doseMilligrams", equalTo(17)).body("level", equalTo("TRANSITIONAL"));
        steps.as("monitor").get("/api/v1/sessions/{id}/doses", dosed.session()).then().statusCode(200).body("items", hasSize(2));
        assertThat(Database.value("select balance_milligrams::int from drug_lot where id = ?", dosed.lot())).isEqualTo(500 - 35 - 17);
        assertThat(Database.count("select count(*) from integration_task where patient_id = ?", dosed.patient())).isOne();
        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(200)
                .body("plan.minute", hasItems(20, 25, 30, 145)).body("plan.find { it.minute == 60 }", equalTo(null));

        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(120), 124)).then().statusCode(201);
        steps.as("monitor").body(steps.recovery(dosed.minute(140))).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session()).then().statusCode(201);
        steps.missedPointsAcknowledged(dosed.session());
        steps.as("monitor").body(steps.discharge(dosed.minute(144))).post("/api/v1/sessions/{id}/discharge", dosed.session())
                .then().statusCode(409).body("unmet", contains("MINIMUM_OBSERVATION"));
        steps.as("monitor").body(steps.discharge(dosed.minute(145))).post("/api/v1/sessions/{id}/discharge", dosed.session()).then().statusCode(200);
    }

    @Test
    void takesAnEarlierRecoveryBack() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(20), 124)).then().statusCode(201);
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(38), 124)).then().statusCode(201);
        steps.as("monitor").body(steps.recovery(dosed.minute(38))).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session())
                .then().statusCode(201).body("recovered", equalTo(true));

        topUp(dosed, orderedAt(dosed, 38, 0.24), dosed.minute(40)).then().statusCode(201);

        steps.as("monitor").body(steps.discharge(dosed.minute(170))).post("/api/v1/sessions/{id}/discharge", dosed.session())
                .then().statusCode(409).body("unmet", contains("NOT_RECOVERED", "MONITORING_INCOMPLETE"));
    }

    @Test
    void namesEverythingThatStandsAgainstItAtOnce() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Map<String, Object> drowsy = steps.vitalSigns(dosed.minute(9), 158);
        drowsy.put("moaas", 4);
        steps.measure(dosed.session(), drowsy).then().statusCode(201);
        UUID early = steps.orderSignedBefore(dosed.at(), dosed.course(), 0.4);
        steps.knowledgeIsFresh();

        topUp(dosed, early, dosed.minute(10)).then().statusCode(409).contentType("application/problem+json").body("code", equalTo("top-up-refused"))
                .body("unmet", contains("TOP_UP_TOO_EARLY", "TOP_UP_TOO_LARGE", "TOP_UP_ORDERED_BEFORE_FIRST_DOSE", "NOT_FULLY_AWAKE", "BLOOD_PRESSURE_ALERT"));
        topUp(dosed, UUID.randomUUID(), dosed.minute(30)).then().statusCode(409).body("unmet", contains("ORDER_MISSING", "READING_MISSING"));
        topUp(dosed, dosed.order(), dosed.minute(30)).then().statusCode(409).body("unmet", hasItem("ORDER_MISSING"));
        assertThat(Database.count("select count(*) from dose where session_id = ?", dosed.session())).isOne();
    }

    @Test
    void asksEveryConditionOfADoseAgain() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(22), 124)).then().statusCode(201);
        UUID order = orderedAt(dosed, 20, 0.24);
        steps.safetyAlertRaised(dosed.patient(), "CSSRS_HIGH", "RED");
        steps.withdrawn(dosed.patient(), (UUID) Database.value("select id from known_consent where patient_id = ?", dosed.patient()));
        steps.knowledgeIsFresh();

        topUp(dosed, order, dosed.minute(25)).then().statusCode(409).body("unmet", contains("CONSENT_MISSING", "HOLD_OPEN"));
    }

    @Test
    void keepsTheCapTogetherWithTheFirstDose() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation("IM", 1.1);
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(22), 124)).then().statusCode(201);

        topUp(dosed, orderedAt(dosed, 20, 0.41), dosed.minute(25)).then().statusCode(409).body("unmet", contains("ORDER_OVER_CAP"));
        topUp(dosed, orderedAt(dosed, 20, 0.39), dosed.minute(25)).then().statusCode(201).body("level", equalTo("PSYCHEDELIC"));
    }

    @Test
    void keepsTheFirstSessionLowWhenALowStartIsDue() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation("IM", 0.25);
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(22), 124)).then().statusCode(201);
        steps.decidedAnew(dosed.patient(), Map.of("doseFactor", 1, "doseFactorParenteral", 1, "lowStart", true));

        topUp(dosed, orderedAt(dosed, 20, 0.1), dosed.minute(25)).then().statusCode(409).body("unmet", contains("OVER_LOW_START"));
    }

    @Test
    void isForAPatientUnderObservationWithAKeyAndOfThisClinic() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID order = orderedAt(dosed, 20, 0.24);
        Map<String, Object> body = body(dosed, order, dosed.minute(25));
        UUID ahead = steps.booked(dosed.patient(), dosed.course(), "DOSING", steps.now().plusSeconds(36_000), null);

        steps.as("monitor").body(body).post("/api/v1/sessions/{id}/top-ups", dosed.session()).then().statusCode(400).body("code", equalTo("idempotency-key-required"));
        keyed(steps, "monitor", ahead, body).then().statusCode(409).body("code", equalTo("step-not-allowed"));
        SessionSteps elsewhere = SessionSteps.in("meadow");
        keyed(elsewhere, "monitor", dosed.session(), body(dosed, order, elsewhere.now())).then().statusCode(404).body("code", equalTo("no-such-session"));
        keyed(steps, "therapist", dosed.session(), body).then().statusCode(403);
    }

    /** An order that the prescriber signed at the minute of the session. */
    private UUID orderedAt(SessionSteps.Dosed dosed, int minute, double milligramsPerKilogram) {
        UUID order = id(steps.as("prescriber").body(steps.orderBody("IM", milligramsPerKilogram)).post("/api/v1/courses/{id}/dose-orders", dosed.course()).then().statusCode(201));
        Database.execute("update dose_order set signed_at = ?::timestamptz where id = ?", dosed.minute(minute).toString(), order);
        steps.knowledgeIsFresh();
        return order;
    }

    private Response topUp(SessionSteps.Dosed dosed, UUID order, Instant at) {
        return keyed(steps, "monitor", dosed.session(), body(dosed, order, at));
    }

    private static Response keyed(SessionSteps who, String role, UUID session, Map<String, Object> body) {
        return who.as(role).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/v1/sessions/{id}/top-ups", session);
    }

    private static Map<String, Object> body(SessionSteps.Dosed dosed, UUID order, Instant at) {
        return new HashMap<>(Map.of("orderId", order, "lotId", dosed.lot(), "administeredAt", at.toString(), "doubleCheckedBy", UUID.randomUUID()));
    }
}
