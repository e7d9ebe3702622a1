package health.stillpoint.gateway.journey;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class JourneyResourceTest {

    private static final String PATIENT = "0197a000-0000-7000-8000-000000000001";
    private static final String PATH = "/api/v1/patients/" + PATIENT;
    private static final String ENTRY = "0197a000-0000-7000-8000-000000000002";

    @BeforeEach
    void aPatientInTheirFirstCourse() {
        World.services().forEach(FakeService::reset);
        World.patient().answers(PATH, 200, new JsonObject().put("id", PATIENT).put("version", 3)
                .put("programmeState", "IN_TREATMENT").put("name", new JsonObject().put("family", "CANARY-name")));
        World.patient().answers(PATH + "/candidacy", 200, new JsonObject().put("outcome", "ACCEPTED")
                .put("ruleSetVersion", "1").put("reasonCodes", new JsonArray()).put("rules", new JsonArray()));
        World.patient().answers(PATH + "/consents", 200, items(new JsonObject().put("id", ENTRY)
                .put("scope", "TREATMENT").put("status", "ACTIVE")
                .put("signedAt", "2026-01-02T10:00:00Z").put("expiresAt", "2027-01-02T10:00:00Z")));
        World.session().answers("/api/v1/courses", 200, items(new JsonObject().put("id", ENTRY)
                .put("type", "INTENSIVE").put("state", "ACTIVE").put("plannedDoses", 6)
                .put("plannedAt", "2026-01-05T10:00:00Z")));
        World.session().answers("/api/v1/sessions", 200, items(new JsonObject().put("id", ENTRY)
                .put("courseId", ENTRY).put("kind", "DOSING").put("state", "PLANNED")
                .put("plannedStart", "2026-01-10T09:00:00Z")));
        World.session().answers("/api/v1/integration-tasks", 200, items());
        World.outcome().answers("/api/v1/assessments", 200, items(new JsonObject().put("id", ENTRY)
                .put("timePoint", "BASELINE").put("status", "OPEN").put("dueAt", "2026-01-03T10:00:00Z")));
        World.outcome().answers(PATH + "/trajectory", 200, new JsonObject().put("series", new JsonArray()
                .add(new JsonObject().put("instrument", "GAD7").put("points", new JsonArray()
                        .add(new JsonObject().put("timePoint", "BASELINE").put("total", 15)
                                .put("answeredAt", "2026-01-04T10:00:00Z"))))));
    }

    @AfterEach
    void everybodyListens() {
        World.services().forEach(FakeService::reset);
    }

    private static JsonObject items(JsonObject... entries) {
        return new JsonObject().put("items", new JsonArray(List.of((Object[]) entries)));
    }

    private static ValidatableResponse journey() {
        return given().header("Authorization", bearer("therapist")).get(PATH + "/journey").then();
    }

    @Test
    void showsEverythingInOneLineOfTime() {
        journey().statusCode(200)
                .body("complete", equalTo(true))
                .body("patient.data.programmeState", equalTo("IN_TREATMENT"))
                .body("candidacy.data.outcome", equalTo("ACCEPTED"))
                .body("courses.data[0].plannedDoses", equalTo(6))
                .body("trajectory.data[0].instrument", equalTo("GAD7"))
                .body("trajectory.data[0].total", equalTo(15))
                .body("milestones.kind", contains("CONSENT_SIGNED", "ASSESSMENT_DUE", "SCORED", "COURSE_PLANNED",
                        "SESSION_PLANNED", "CONSENT_EXPIRES"))
                .body("milestones[0].at", equalTo("2026-01-02T10:00:00Z"))
                .body(not(containsString("CANARY")));
    }

    @Test
    void asksInTheCallersName() {
        String token = bearer("prescriber");

        given().header("Authorization", token).header("X-Request-Id", "journey-1").header("X-Forwarded-For", "6.6.6.6").get(PATH + "/journey")
                .then().statusCode(200);

        for (FakeService service : World.services()) {
            assertThat(service.seen()).isNotEmpty().allSatisfy(it -> {
                assertThat(it.headers().get("Authorization")).isEqualTo(token);
                assertThat(it.headers().get("X-Request-Id")).isEqualTo("journey-1");
                assertThat(it.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
            });
        }
    }

    @Test
    void marksWhatAServiceThatIsDownWouldHaveTold() {
        World.session().stop();

        journey().statusCode(200)
                .body("complete", equalTo(false))
                .body("courses.state", equalTo("UNAVAILABLE"))
                .body("courses.data", nullValue())
                .body("sessions.state", equalTo("UNAVAILABLE"))
                .body("integrationTasks.state", equalTo("UNAVAILABLE"))
                .body("patient.state", equalTo("COMPLETE"))
                .body("assessments.state", equalTo("COMPLETE"))
                .body("milestones", hasSize(4));
    }

    @Test
    void marksWhatTheCallerMayNotReadAndWhatIsLongerThanShown() {
        World.patient().answers(PATH + "/candidacy", 403, new JsonObject().put("code", "forbidden"));
        World.session().answers("/api/v1/sessions", 200, items().put("next", "more"));
        World.outcome().answers(PATH + "/trajectory", 404, new JsonObject().put("code", "not-found"));

        journey().statusCode(200)
                .body("complete", equalTo(false))
                .body("candidacy.state", equalTo("NOT_PERMITTED"))
                .body("sessions.state", equalTo("PARTIAL"))
                .body("trajectory.state", equalTo("UNKNOWN"));
    }

    @Test
    void isNotFoundWhenThePatientIsNotVisible() {
        World.patient().answers(PATH, 404, new JsonObject().put("code", "not-found"));

        journey().statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
    }

    @Test
    void isRefusedWhenThePatientMayNotBeRead() {
        World.patient().answers(PATH, 403, new JsonObject().put("code", "forbidden").put("title", "Not allowed"));

        journey().statusCode(403).body("code", equalTo("forbidden"));
        given().header("Authorization", bearer("analyst")).get(PATH + "/journey").then().statusCode(403);
        given().get(PATH + "/journey").then().statusCode(401);
    }

    @Test
    void isUnavailableWhenNobodyAnswers() {
        World.services().forEach(FakeService::stop);

        journey().statusCode(503).body("code", equalTo("unavailable"));
    }
}
