package health.stillpoint.session.titration.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Benefit is what outcome-service says it is: it knows each questionnaire's range and direction. */
@ServiceTest
class AdviceResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void takesTheChangeThatOutcomeServiceTold() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        steps.integrated(dosed);
        Instant answered = steps.now();
        advice(dosed.course()).body("result", equalTo("REPEAT")).body("reasons", contains("BENEFIT_UNKNOWN"));

        steps.scored(dosed.patient(), 60, 49.99, answered);
        advice(dosed.course()).body("result", equalTo("REPEAT")).body("reasons", contains("NO_ROW_APPLIES"));
        steps.scored(dosed.patient(), 90, 50.0, answered.plus(Duration.ofSeconds(1)));
        advice(dosed.course()).body("result", equalTo("REPEAT")).body("priority", equalTo(4)).body("reasons", contains("IMPROVED_50_PERCENT_OR_MORE"));

        steps.scored(dosed.patient(), 10, null, answered.plus(Duration.ofSeconds(2)));
        advice(dosed.course()).body("result", equalTo("REPEAT")).body("reasons", contains("BENEFIT_UNKNOWN"));
    }

    private ValidatableResponse advice(UUID course) {
        return steps.as("prescriber").get("/api/v1/courses/{id}/next-dose-advice", course).then().statusCode(200);
    }
}
