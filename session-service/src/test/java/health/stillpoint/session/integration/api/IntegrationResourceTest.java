package health.stillpoint.session.integration.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each dose is integrated, in time, by a therapist; time is moved in the other clinic. */
@ServiceTest
class IntegrationResourceTest {

    private final SessionSteps steps = SessionSteps.in("meadow");
    private int booked;

    @Test
    void countsOnlyASessionThatIsLongEnoughByATherapistAfterRecovery() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID early = started(dosed);
        sign("therapist", early, 50).then().statusCode(409).body("code", equalTo("integration-refused")).body("unmet", contains("BEFORE_RECOVERY"));
        steps.recoveredAndDischarged(dosed);
        steps.as("therapist").body(Map.of("reason", "too early")).post("/api/v1/sessions/{id}/cancel", early).then().statusCode(200);
        UUID session = started(dosed);

        sign("prescriber", session, 29).then().statusCode(409).body("unmet", contains("TOO_SHORT", "NOT_A_THERAPIST"));
        sign("therapist", session, 30).then().statusCode(200).body("state", equalTo("COMPLETED"));

        steps.as("therapist").get("/api/v1/integration-tasks?patientId={id}&status=COMPLETED", dosed.patient()).then().statusCode(200).body("items", hasSize(1));
        UUID again = started(dosed);
        sign("therapist", again, 50).then().statusCode(409).body("unmet", contains("ALREADY_INTEGRATED"));
    }

    @Test
    void isToldOnceWhenOverdueAndTheNextDoseWaits() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        steps.as("therapist").get("/api/v1/integration-tasks?patientId={id}&status=OVERDUE", dosed.patient()).then().body("items", empty());

        ClinicTime.advance("meadow", Duration.ofHours(70));

        Events.Published overdue = Events.await(SessionSteps.OWN_FACTS, "session.integration-overdue.v1", dosed.patient());
        assertThat(overdue.json().get("doseId").asText()).isEqualTo(dosed.dose().toString());
        steps.as("therapist").get("/api/v1/integration-tasks?patientId={id}", dosed.patient()).then().body("items[0].status", equalTo("OVERDUE")).body("items[0].phase", equalTo("EXTENDED"));
        assertThat(Database.count("select count(*) from integration_task where dose_id = ? and extract(epoch from overdue_at - due_at) >= 0", dosed.dose())).isOne();
        UUID late = started(dosed);
        sign("therapist", late, 45).then().statusCode(200);
        assertThat(Events.await(SessionSteps.OWN_FACTS, "session.integration-completed.v1", dosed.patient()).json().get("phase").asText()).isEqualTo("EXTENDED");
        assertThat(Events.on(SessionSteps.OWN_FACTS)).filteredOn(fact -> fact.type().equals("session.integration-overdue.v1") && dosed.patient().toString().equals(fact.key())).hasSize(1);
    }

    @Test
    void passesAnAlertOnWhenNobodyActs() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Map<String, Object> reading = steps.vitalSigns(dosed.minute(20), 185);
        UUID alert = UUID.fromString(steps.measure(dosed.session(), reading).then().statusCode(201).extract().path("alerts[0].id"));

        ClinicTime.advance("meadow", Duration.ofMinutes(6));

        Eventually.get(() -> {
            assertThat((Integer) Database.value("select escalation_level from vital_alert where id = ?", alert)).isPositive();
            return null;
        });
        steps.as("prescriber").get("/api/v1/sessions/{id}/alerts", dosed.session()).then().statusCode(200)
                .body("items.find { it.id == '" + alert + "' }.open", equalTo(true));
        Eventually.get(() -> {
            assertThat(Database.count("select count(*) from vital_alert where session_id = ? and codes = 'MONITORING_POINT_MISSED' and severity = 'AMBER'", dosed.session())).isPositive();
            return null;
        });
    }

    private UUID started(SessionSteps.Dosed dosed) {
        UUID session = steps.booked(dosed.patient(), dosed.course(), "INTEGRATION", steps.now().plus(Duration.ofHours(12L + booked++)), dosed.dose());
        steps.started(session, Duration.ofMinutes(50));
        return session;
    }

    private Response sign(String role, UUID session, int minutes) {
        return steps.as(role).body(Map.of("durationMinutes", minutes)).post("/api/v1/sessions/{id}/sign", session);
    }
}
