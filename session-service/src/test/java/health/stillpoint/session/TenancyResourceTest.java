package health.stillpoint.session;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ConsumerRules;
import health.stillpoint.kit.testing.IndexRules;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.TenantRules;
import health.stillpoint.session.fixtures.SessionSteps;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No clinic sees, names or changes what is another's. */
@ServiceTest
class TenancyResourceTest {

    private final SessionSteps harbor = SessionSteps.in("harbor");
    private final SessionSteps meadow = SessionSteps.in("meadow");

    @Test
    void hearsFactsAgainSoonAfterItWasKilled() {
        ConsumerRules.hold();
    }

    @Test
    void isKeptByTheDatabaseItself() {
        TenantRules.hold();
    }

    @Test
    void deletesWithoutReadingWholeTables() {
        IndexRules.hold();
    }

    @Test
    void answersAnotherClinicAsIfNothingWereThere() {
        // Given
        UUID patient = harbor.patientReadyForTreatment();
        UUID course = harbor.plannedCourse(patient, "WEEKLY", "IM");
        UUID session = harbor.booked(patient, course, "PREPARATION", harbor.now().plus(Duration.ofMinutes(30)), null);
        UUID lot = harbor.lot(100);

        // Then
        meadow.as("prescriber").get("/api/v1/courses/{id}", course).then().statusCode(404).body("code", equalTo("no-such-course"));
        meadow.as("prescriber").get("/api/v1/courses?patientId={id}", patient).then().statusCode(200).body("items", empty());
        meadow.as("prescriber").get("/api/v1/sessions/{id}", session).then().statusCode(404);
        meadow.as("therapist").post("/api/v1/sessions/{id}/start", session).then().statusCode(404);
        meadow.as("monitor").get("/api/v1/ledger/lots/{id}", lot).then().statusCode(404);
        meadow.as("monitor").get("/api/v1/ledger/balance?lotId={id}", lot).then().statusCode(404);
        meadow.as("prescriber").body(Map.of("patientId", patient, "type", "WEEKLY", "route", "IM")).post("/api/v1/courses")
                .then().statusCode(404).body("code", equalTo("no-such-patient"));
        meadow.as("prescriber").body(Map.of("patientId", patient, "code", "H_BP", "reason", "x")).post("/api/v1/holds").then().statusCode(404);
        meadow.give(session, UUID.randomUUID(), lot, meadow.now()).then().statusCode(404).body("code", equalTo("no-such-session"));
    }
}
