package health.stillpoint.session;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the course to the completed integration task, as staff do it; the next dose waits. */
@ServiceTest
@ExtendWith(CanaryLog.class)
class DosingPathResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void leadsFromTheCourseToTheCompletedIntegration() {
        // Given
        UUID patient = steps.patientReadyForTreatment();

        // When: course and preparation
        UUID course = id(steps.as("prescriber")
                .body(Map.of("patientId", patient, "type", "WEEKLY", "plannedDoses", 6, "route", "IM", "goal", "CANARY-speak up"))
                .post("/api/v1/courses").then().statusCode(201)
                .body("state", equalTo("PLANNED")).body("minimumGap", equalTo("PT120H")).body("integrationDue", equalTo("PT72H")));
        UUID preparation = steps.booked(patient, course, "PREPARATION", steps.now().plus(Duration.ofMinutes(40)), null);
        steps.started(preparation, Duration.ofMinutes(60));
        steps.as("therapist").body(Map.of("durationMinutes", 60, "note", "CANARY-intention")).post("/api/v1/sessions/{id}/sign", preparation)
                .then().statusCode(200).body("state", equalTo("COMPLETED")).body("countsAsPreparation", equalTo(true));

        // When: arrival, checklist, order and dose
        Instant at = steps.now().minus(Duration.ofHours(3));
        UUID session = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(2)), null);
        steps.as("monitor").body(Map.of("checkedInAt", at.minus(Duration.ofMinutes(25)).toString())).post("/api/v1/sessions/{id}/check-in", session)
                .then().statusCode(200).body("state", equalTo("CHECKED_IN"));
        steps.as("monitor").body(steps.checklist(at.minus(Duration.ofMinutes(20)))).put("/api/v1/sessions/{id}/pre-dose-checklist", session)
                .then().statusCode(200).body("result", equalTo("GO")).body("rows", hasSize(28));
        UUID order = id(steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(201).body("doseMilligrams", equalTo(35)).body("level", equalTo("PSYCHOLYTIC")).body("volumeMilliliters", equalTo(0.7f)));
        steps.signedBefore(at, order);
        UUID lot = steps.lot(500);
        steps.knowledgeIsFresh();
        UUID dose = id(steps.give(session, order, lot, at).then().statusCode(201)
                .body("doseNumber", equalTo(1)).body("recordedLate", equalTo(true)));

        // Then: ledger and events went with it
        steps.as("monitor").get("/api/v1/ledger/balance?lotId={lot}", lot).then().statusCode(200).body("balanceMilligrams", equalTo(465));
        Events.Published given = Events.await(SessionSteps.OWN_FACTS, "session.dose-administered.v1", patient);
        assertThat(given.json().get("doseId").asText()).isEqualTo(dose.toString());
        assertThat(given.data()).doesNotContain("CANARY");

        // When: monitoring with an ORANGE systolic
        SessionSteps.Dosed dosed = new SessionSteps.Dosed(patient, course, session, order, lot, dose, at);
        steps.measure(session, steps.vitalSigns(dosed.minute(0), 124)).then().statusCode(201).body("items[0].planPoint", equalTo(0))
                .body("items[0].status", equalTo("ON_TIME")).body("alerts", empty());
        UUID alert = UUID.fromString(steps.measure(session, steps.vitalSigns(dosed.minute(10), 182)).then().statusCode(201)
                .body("alerts[0].severity", equalTo("RED")).body("alerts[0].codes", hasItems("SYSTOLIC_HIGH", "SYSTOLIC_RISE"))
                .extract().path("alerts[0].id"));
        steps.measure(session, steps.vitalSigns(dosed.minute(90), 126)).then().statusCode(201).body("alerts", empty());

        // Then: recovery and discharge wait for everything
        steps.as("monitor").body(steps.discharge(dosed.minute(60))).post("/api/v1/sessions/{id}/discharge", session).then().statusCode(409)
                .body("code", equalTo("discharge-criteria-unmet")).body("unmet", contains("MINIMUM_OBSERVATION", "NOT_RECOVERED", "ALERT_UNACKNOWLEDGED", "MONITORING_INCOMPLETE"));
        steps.as("prescriber").body(Map.of("action", "At the bedside")).post("/api/v1/sessions/{id}/alerts/{alert}/acknowledge", session, alert)
                .then().statusCode(200).body("open", equalTo(false));
        steps.as("monitor").body(steps.recovery(dosed.minute(125))).post("/api/v1/sessions/{id}/recovery-assessments", session)
                .then().statusCode(201).body("recovered", equalTo(true)).body("unmet", empty());
        steps.missedPointsAcknowledged(session);
        steps.as("monitor").body(steps.discharge(dosed.minute(130))).post("/api/v1/sessions/{id}/discharge", session).then().statusCode(200);
        Events.await(SessionSteps.OWN_FACTS, "session.session-discharged.v1", patient);

        // Then: the next dose is refused before integration
        UUID next = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofHours(8)), null);
        steps.knowledgeIsFresh();
        steps.give(next, order, lot, steps.now()).then().statusCode(409).body("code", equalTo("dose-refused"))
                .body("unmet", hasItems("PREVIOUS_DOSE_NOT_INTEGRATED", "HOLD_OPEN", "GAP_TOO_SHORT", "CHECKLIST_MISSING", "ORDER_MISSING", "NOT_CHECKED_IN"));

        // When: integration
        UUID integration = steps.booked(patient, course, "INTEGRATION", steps.now().plus(Duration.ofHours(9)), dose);
        steps.started(integration, Duration.ofMinutes(50));
        steps.as("therapist").body(Map.of("modality", "COGNITIVE", "technique", "restructuring", "target", "CANARY-belief", "sudsBefore", 6,
                "sudsAfter", 3, "adaptiveAnxietyChecked", true, "nextDoseReady", true))
                .post("/api/v1/sessions/{id}/integration-work", integration).then().statusCode(201);
        steps.as("therapist").body(Map.of("durationMinutes", 50)).post("/api/v1/sessions/{id}/sign", integration).then().statusCode(200);

        // Then
        steps.as("therapist").get("/api/v1/integration-tasks?patientId={patient}", patient).then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].status", equalTo("COMPLETED")).body("items[0].completedPhase", equalTo("EARLY"))
                .body("items[0].completedBySessionId", equalTo(integration.toString())).body("items[0].dueAt", notNullValue());
        assertThat(Events.await(SessionSteps.OWN_FACTS, "session.integration-completed.v1", patient).json().get("phase").asText()).isEqualTo("EARLY");
        steps.give(next, order, lot, steps.now()).then().statusCode(409).body("unmet.contains('PREVIOUS_DOSE_NOT_INTEGRATED')", equalTo(false));
        steps.as("prescriber").get("/api/v1/courses/{id}/next-dose-advice", course).then().statusCode(200)
                .body("result", equalTo("HOLD")).body("priority", equalTo(1)).body("reasons", contains("BLOOD_PRESSURE_EMERGENCY"));
        assertThat(Database.rows("select type, lot_delta from ledger_movement where lot_id = ? order by id", lot)).extracting(row -> row.get("type"))
                .containsExactlyInAnyOrder("RECEIPT", "WITHDRAW", "ADMINISTER");
    }
}
