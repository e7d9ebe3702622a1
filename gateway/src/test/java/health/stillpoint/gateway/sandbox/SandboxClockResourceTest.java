package health.stillpoint.gateway.sandbox;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SandboxClockResourceTest {

    private static final String CLOCK = "/api/v1/sandbox/clock";
    private final Map<String, Long> offsets = new ConcurrentHashMap<>();

    @BeforeEach
    void allClocksStandAtRealTime() {
        World.services().forEach(FakeService::reset);
        World.services().forEach(this::hasAClock);
    }

    @AfterEach
    void everybodyForgets() {
        World.services().forEach(FakeService::reset);
    }

    private void hasAClock(FakeService service) {
        offsets.put(service.name(), 0L);
        service.on(CLOCK, request -> request.body().onSuccess(body -> {
            if (request.method() == HttpMethod.PUT) {
                offsets.put(service.name(), body.toJsonObject().getLong("offsetSeconds"));
            }
            request.response().end(new JsonObject().put("offsetSeconds", offsets.get(service.name())).encode());
        }));
    }

    private static ValidatableResponse move(String body) {
        return given().header("Authorization", bearer("clinic-admin")).contentType("application/json").body(body)
                .put(CLOCK).then();
    }

    @Test
    void movesAllServicesByTheSameOffset() {
        move("{\"advance\":\"PT24H\"}").statusCode(200)
                .body("offsetSeconds", equalTo(86_400)).body("agree", equalTo(true))
                .body("services.session-service", equalTo(86_400));

        assertThat(offsets).containsOnly(Map.entry("patient", 86_400L), Map.entry("session", 86_400L),
                Map.entry("outcome", 86_400L));
        given().header("Authorization", bearer("clinic-admin")).get(CLOCK)
                .then().statusCode(200).body("offsetSeconds", equalTo(86_400));
    }

    @Test
    void namesAServiceThatDoesNotFollowAndMovesOnceWhenRepeated() {
        World.outcome().on(CLOCK, request -> {
            if (request.method() == HttpMethod.PUT) {
                request.response().setStatusCode(503).end("{}");
            } else {
                request.response().end(new JsonObject().put("offsetSeconds", 0).encode());
            }
        });
        move("{\"advance\":\"PT1H\"}").statusCode(503)
                .body("code", equalTo("clock-not-moved")).body("services", contains("outcome-service"));
        hasAClock(World.outcome());

        move("{\"advance\":\"PT1H\"}").statusCode(200).body("offsetSeconds", equalTo(3_600));

        assertThat(offsets.values()).containsOnly(3_600L);
    }

    @Test
    void passesTheRefusalOfAServiceOn() {
        World.patient().answers(CLOCK, 403, new JsonObject().put("code", "not-a-sandbox").put("title", "No sandbox"));

        move("{\"advance\":\"PT1H\"}").statusCode(403).body("code", equalTo("not-a-sandbox"));
    }

    @Test
    void isForClinicAdminsAndReadableWishesOnly() {
        given().header("Authorization", bearer("prescriber")).contentType("application/json")
                .body("{\"advance\":\"PT1H\"}").put(CLOCK).then().statusCode(403);
        move("{}").statusCode(422);
        move("{\"now\":\"2020-01-01T00:00:00Z\"}").statusCode(409).body("code", equalTo("clock-backwards"));
        move("{\"offset\":1}").statusCode(400);
        given().header("Authorization", bearer("clinic-admin")).delete(CLOCK).then().statusCode(405);
        assertThat(offsets.values()).containsOnly(0L);
    }
}
