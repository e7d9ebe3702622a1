package health.stillpoint.session.session.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A talking session counts for the time it lasted. */
@ServiceTest
class SessionResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");
    private UUID session;

    @BeforeEach
    void aPreparationIsBooked() {
        UUID patient = steps.patientReadyForTreatment();
        session = steps.booked(patient, steps.plannedCourse(patient, "WEEKLY", "IM"), "PREPARATION", steps.now().plus(Duration.ofMinutes(40)), null);
    }

    @Test
    void isNotSignedLongerThanSinceItsStart() {
        steps.as("monitor").body(Map.of()).post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);
        steps.as("therapist").post("/api/v1/sessions/{id}/start", session).then().statusCode(200);

        sign(60, null).statusCode(422).body("code", equalTo("longer-than-held")).body("durationMinutes", equalTo(60)).body("heldMinutes", equalTo(1));
        sign(1, null).statusCode(200).body("countsAsPreparation", equalTo(false));
    }

    @Test
    void isChartedLateInOrder() {
        Instant came = steps.now().minus(Duration.ofMinutes(90));
        steps.as("monitor").body(Map.of("checkedInAt", came.toString())).post("/api/v1/sessions/{id}/check-in", session).then().statusCode(200);

        start(came.minus(Duration.ofMinutes(5))).statusCode(422).body("code", equalTo("out-of-order")).body("violations.field", contains("startedAt"));
        start(steps.now().plus(Duration.ofMinutes(10))).statusCode(422).body("code", equalTo("in-the-future"));
        start(came.plus(Duration.ofMinutes(5))).statusCode(200);
        sign(60, came).statusCode(422).body("code", equalTo("out-of-order")).body("violations.field", contains("endedAt"));
        sign(60, steps.now().plus(Duration.ofMinutes(10))).statusCode(422).body("code", equalTo("in-the-future"));
        sign(60, came.plus(Duration.ofMinutes(64))).statusCode(422).body("code", equalTo("longer-than-held")).body("heldMinutes", equalTo(59));
        sign(60, came.plus(Duration.ofMinutes(65))).statusCode(200).body("countsAsPreparation", equalTo(true))
                .body("endedAt", equalTo(came.plus(Duration.ofMinutes(65)).toString()));
    }

    private ValidatableResponse start(Instant at) {
        return steps.as("therapist").body(Map.of("startedAt", at.toString())).post("/api/v1/sessions/{id}/start", session).then();
    }

    private ValidatableResponse sign(int minutes, Instant endedAt) {
        Map<String, Object> body = new HashMap<>(Map.of("durationMinutes", minutes));
        if (endedAt != null) {
            body.put("endedAt", endedAt.toString());
        }
        return steps.as("therapist").body(body).post("/api/v1/sessions/{id}/sign", session).then();
    }
}
