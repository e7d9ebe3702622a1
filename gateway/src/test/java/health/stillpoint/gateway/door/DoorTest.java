package health.stillpoint.gateway.door;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.RawSocket;
import health.stillpoint.gateway.RawSocket.Reply;
import health.stillpoint.gateway.World;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class DoorTest {

    private static final String PATIENTS = "/api/v1/patients";

    @BeforeEach
    void everybodyListens() {
        World.services().forEach(FakeService::reset);
    }

    @Nested
    class Routing {

        @ParameterizedTest(name = "{0} goes to {1} as {2}")
        @CsvSource({
            "/api/v1/patients?limit=5, patient, /api/v1/patients?limit=5",
            "/api/v1/patients/1/trajectory.svg, outcome, /api/v1/patients/1/trajectory.svg",
            "/api/v1/sessions/1/chart, session, /api/v1/sessions/1/chart",
            "/api/v1/outcome-service/audit-events?limit=5, outcome, /api/v1/audit-events?limit=5",
            "/api/v1/patient-service/audit-events/verification, patient, /api/v1/audit-events/verification"})
        void leadsToTheService(String path, String service, String inside) {
            given().header("Authorization", bearer("auditor")).urlEncodingEnabled(false)
                    .get(path)
                    .then().statusCode(200)
                    .body("service", equalTo(service))
                    .body("uri", equalTo(inside));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/nothing", "/api/v2/patients", "/q/metrics", "/q/health", "/q/openapi",
            "/q/dev-ui", "/api/v1/audit-events"})
        void knowsNoOtherPath(String path) {
            given().header("Authorization", bearer("auditor")).get(path)
                    .then().statusCode(404).contentType("application/problem+json")
                    .body("code", equalTo("not-found")).body("requestId", notNullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/patients/../sessions", "/api/v1/patients/%2e%2e/sessions",
            "/api/v1/patients/a%2fb", "/api/v1/patients/1;x=y", "/api/v1/patients/%00"})
        void doesNotGuessWhatAnAmbiguousPathMeans(String path) {
            given().header("Authorization", bearer("monitor")).urlEncodingEnabled(false).get(path)
                    .then().statusCode(400).body("code", equalTo("bad-path"));
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void doesNotTrace() {
            given().header("Authorization", bearer("monitor")).request("TRACE", PATIENTS)
                    .then().statusCode(405).header("Allow", startsWith("GET"));
        }
    }

    /** No other origin is listed here. */
    @Nested
    class Pages {

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", "null", "http://localhost", "http://localhost:1", "http://localhost.evil.example",
            "file://", "x"})
        void ofAnotherOriginAreRefusedWhateverTheyBring(String origin) {
            Response call = given().header("Origin", origin).header("Authorization", bearer("monitor")).get(PATIENTS);
            Response nobody = given().header("Origin", origin).body("{}").post(PATIENTS);

            for (Response refused : List.of(call, nobody)) {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.contentType()).startsWith("application/problem+json");
                assertThat(refused.path("code").toString()).isEqualTo("origin-refused");
                assertThat(refused.path("requestId").toString()).isNotBlank();
                assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
            }
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void ofAnotherOriginMayNotEvenAsk() {
            given().header("Origin", "https://evil.example").header("Access-Control-Request-Method", "GET").options(PATIENTS)
                    .then().statusCode(403).body("code", equalTo("origin-refused"));
        }

        @Test
        void ofTwoOriginsAreRefused() {
            given().header("Origin", own(), "https://evil.example").header("Authorization", bearer("monitor")).get(PATIENTS)
                    .then().statusCode(403).body("code", equalTo("origin-refused"));
        }

        @Test
        void ofTheGatewayItselfAreNotOfAnotherOrigin() {
            given().header("Origin", own()).header("Authorization", bearer("monitor")).get(PATIENTS)
                    .then().statusCode(200);
            given().header("Origin", own().replace("http:", "https:")).header("Authorization", bearer("monitor")).get(PATIENTS)
                    .then().statusCode(403);
        }

        private static String own() {
            return "http://localhost:" + RestAssured.port;
        }
    }

    @Nested
    class Tokens {

        @Test
        void areNeeded() {
            given().get(PATIENTS)
                    .then().statusCode(401).contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", equalTo("unauthenticated"))
                    .body("requestId", notNullValue());
            assertThat(World.patient().seen()).isEmpty();
        }

        static Stream<String> forged() {
            Instant now = Instant.now();
            return Stream.of(
                    World.issuer().token("monitor", "harbor").unsigned(),
                    World.issuer().token("monitor", "harbor").signedByStranger(),
                    World.issuer().token("monitor", "harbor").signedWithPublicKeyAsSecret(),
                    World.issuer().token("monitor", "harbor").keyId("../../etc/passwd"),
                    World.issuer().token("monitor", "harbor").issuer("https://elsewhere.example"),
                    World.issuer().token("monitor", "harbor").audience("another-api"),
                    World.issuer().token("monitor", "harbor")
                            .issuedAt(now.minusSeconds(331), Duration.ofSeconds(300))).map(it -> it.serialize());
        }

        @ParameterizedTest
        @MethodSource("forged")
        @ValueSource(strings = {"x", "a.b.c", "..."})
        void areNotBelievedWhenForged(String token) {
            given().header("Authorization", "Bearer " + token).get(PATIENTS)
                    .then().statusCode(401)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void areNotTakenFromTheUrl() {
            String token = bearer("monitor").substring("Bearer ".length());

            given().queryParam("access_token", token).get(PATIENTS).then().statusCode(401);
            given().queryParam("access_token", token).header("Authorization", "Bearer " + token).get(PATIENTS)
                    .then().statusCode(401);
            given().cookie("access_token", token).get(PATIENTS).then().statusCode(401);
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void areNotChosenAmongTwo() {
            given().header("Authorization", bearer("monitor"), bearer("clinic-admin")).get(PATIENTS)
                    .then().statusCode(400).contentType("application/problem+json");
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void arePassedOnForTheServiceToCheckAgain() {
            String token = bearer("monitor");

            given().header("Authorization", token).get(PATIENTS).then().statusCode(200);

            assertThat(World.patient().lastSeen().headers().getAll("Authorization")).containsExactly(token);
        }
    }

    @Nested
    class Headers {

        @Test
        void sayWhereTheCallerIsWhateverTheCallerSays() throws Exception {
            try (HttpClient elsewhere = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName("127.0.0.2")).build()) {
                elsewhere.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + PATIENTS))
                        .header("Authorization", bearer("monitor")).header("X-Forwarded-For", "6.6.6.6, 127.0.0.1")
                        .header("Forwarded", "for=6.6.6.6").build(), HttpResponse.BodyHandlers.discarding());
            }

            assertThat(World.patient().lastSeen().headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.2");
            assertThat(World.patient().lastSeen().headers().contains("Forwarded")).isFalse();
        }

        @Test
        void thatPretendAreRemovedAndThoseOfTheGatewaySet() {
            given().header("Authorization", bearer("monitor"))
                    .header("X-User-Id", "root").header("X-Tenant-Id", "b").header("X-Clinic-Id", "b")
                    .header("X-Forwarded-User", "root").header("X-Forwarded-For", "6.6.6.6")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Real-IP", "6.6.6.6").header("Forwarded", "for=6.6.6.6")
                    .header("X-HTTP-Method-Override", "DELETE").header("Cookie", "a=b")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .header("X-Request-Id", "mine-1").header("Idempotency-Key", "k1").header("If-Match", "\"7\"")
                    .get(PATIENTS)
                    .then().statusCode(200).header("X-Request-Id", "mine-1");

            MultiMap arrived = World.patient().lastSeen().headers();
            assertThat(arrived.names()).doesNotContainAnyElementsOf(List.of("X-User-Id", "X-Tenant-Id", "X-Clinic-Id",
                    "X-Forwarded-User", "X-Real-IP", "Forwarded", "X-HTTP-Method-Override", "Cookie"));
            assertThat(arrived.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
            assertThat(arrived.get("X-Forwarded-Host")).doesNotContain("evil");
            assertThat(arrived.get("X-Forwarded-Proto")).isEqualTo("http");
            assertThat(arrived.getAll("X-Request-Id")).containsExactly("mine-1");
            assertThat(arrived.get("traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
            assertThat(arrived.get("Idempotency-Key")).isEqualTo("k1");
            assertThat(arrived.get("If-Match")).isEqualTo("\"7\"");
        }

        @Test
        void ofAnswersSayNothingAboutWhatRunsInside() {
            Response answer = given().header("Authorization", bearer("monitor")).get(PATIENTS);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().hasHeaderWithName("Server")).isFalse();
            assertThat(answer.headers().hasHeaderWithName("X-Powered-By")).isFalse();
            assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
            assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {PATIENTS, "/api/v1/nothing"})
        void ofEveryAnswerProtectABrowser(String path) {
            Response answer = given().header("Authorization", bearer("monitor")).get(path);

            assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().getValues("X-Request-Id")).hasSize(1);
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }

        /** What is read strictly is HTTP/1.1 ({@link StrictHttp}). */
        @ParameterizedTest
        @ValueSource(strings = {
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000"})
        void thatAskForHttp2AreNotFollowed(String head) throws IOException {
            Reply reply = RawSocket.send(RestAssured.port, head);

            assertThat(reply.text()).matches("(?s)(HTTP/\\d\\.\\d [2345].*)?").doesNotContain("h2c");
        }

        @Test
        void thatAreMonstrousAreRefused() {
            given().header("Authorization", "Bearer " + "a".repeat(64 * 1024)).get(PATIENTS)
                    .then().statusCode(431).body("code", equalTo("head-too-large"));
        }
    }
}
