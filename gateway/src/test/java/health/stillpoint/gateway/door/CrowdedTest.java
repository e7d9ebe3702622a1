package health.stillpoint.gateway.door;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service to which there is one connection only. */
@GatewayTest
@TestProfile(CrowdedTest.OneConnection.class)
class CrowdedTest {

    private static final String SESSIONS = "/api/v1/sessions";
    private static final String COURSES = "/api/v1/courses";
    private static final int MORE_THAN_THE_WINDOW = 6;

    /** One connection, and short times. */
    public static class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "stillpoint.gateway.pool.connections", "1",
                    "stillpoint.gateway.timeouts.route.courses", "100ms",
                    "stillpoint.gateway.breaker.window", "4");
        }
    }

    @BeforeEach
    void everybodyListens() {
        World.services().forEach(FakeService::reset);
    }

    private static Response get(String path) {
        return given().header("Authorization", bearer("monitor")).get(path);
    }

    @Test
    void isNotTakenForOneThatDoesNotAnswer() throws Exception {
        CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
        World.session().on(SESSIONS, held::complete);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> get(SESSIONS));
        HttpServerRequest waiting = held.get(5, TimeUnit.SECONDS);

        for (int i = 0; i < MORE_THAN_THE_WINDOW; i++) {
            get(COURSES).then().statusCode(503).body("code", equalTo("upstream-unavailable"));
        }
        World.session().reset();
        waiting.response().end("at last");

        assertThat(first.get(5, TimeUnit.SECONDS).asString()).isEqualTo("at last");
        get(COURSES).then().statusCode(200);
    }

    /** The connection is another caller's as soon as an answer has come whole, also one that its own caller does not read. */
    @Test
    void keepsItsConnectionWhenACallerLeavesBehindTheAnswer() throws Exception {
        for (int kilobytes = 1; kilobytes <= 1024; kilobytes *= 4) {
            Buffer answer = Buffer.buffer(new byte[kilobytes * 1024]);
            World.session().on(SESSIONS, request -> request.response().end(answer));
            try (Socket caller = new Socket()) {
                caller.setReceiveBufferSize(1024);
                caller.setSoLinger(true, 0);
                caller.connect(new InetSocketAddress("localhost", RestAssured.port));
                caller.getOutputStream().write(("GET " + SESSIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer("monitor") + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                assertThat(caller.getInputStream().read()).isEqualTo('H');
            }
            World.session().reset();

            get(SESSIONS).then().statusCode(200);
        }
    }
}
