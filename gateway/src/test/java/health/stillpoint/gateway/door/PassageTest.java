package health.stillpoint.gateway.door;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.RawSocket;
import health.stillpoint.gateway.RawSocket.Reply;
import health.stillpoint.gateway.World;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
@TestProfile(PassageTest.ShortTimes.class)
class PassageTest {

    private static final String SESSIONS = "/api/v1/sessions";
    private static final String HOLDS = "/api/v1/holds";
    private static final String PATIENTS = "/api/v1/patients";
    private static final String REFUSED_ORIGIN = "https://evil.example";

    /** Small limits and short times, so that a test reaches them. */
    public static class ShortTimes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("stillpoint.http.max-body-bytes", "4194304"),
                    Map.entry("stillpoint.gateway.timeouts.route.courses", "100ms"),
                    Map.entry("stillpoint.gateway.timeouts.route.holds", "2s"),
                    Map.entry("stillpoint.gateway.breaker.window", "4"),
                    Map.entry("stillpoint.gateway.breaker.open-for", "1s"),
                    Map.entry("stillpoint.gateway.breaker.successes", "1"),
                    Map.entry("stillpoint.gateway.limits.caller.per-second", "1"),
                    Map.entry("stillpoint.gateway.limits.caller.burst", "60"),
                    Map.entry("stillpoint.gateway.limits.clinic.per-second", "1"),
                    Map.entry("stillpoint.gateway.limits.clinic.burst", "1000"),
                    Map.entry("stillpoint.gateway.tls-in-front", "true"),
                    Map.entry("stillpoint.gateway.cors.origins", "https://app.example.org,https://second.example.org"));
        }
    }

    @BeforeEach
    void everybodyListensAndCircuitsAreClosed() throws InterruptedException {
        World.services().forEach(FakeService::reset);
        for (String path : List.of(PATIENTS, SESSIONS, "/api/v1/instruments")) {
            closeCircuit(path);
        }
        World.services().forEach(FakeService::reset);
    }

    private static void closeCircuit(String path) throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            while (get(path).statusCode() != 200) {
                Thread.sleep(50); // The open time of a circuit passes on real time only.
            }
        }
    }

    /** Everybody who asks here is somebody else, so that one test does not use up the limits of another. */
    private static Response get(String path) {
        return given().header("Authorization", somebody()).get(path);
    }

    private static String somebody() {
        return "Bearer " + World.issuer().token("monitor", "harbor").claim("sub", UUID.randomUUID().toString())
                .claim("clinic_id", UUID.randomUUID().toString()).serialize();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    @Nested
    class Bodies {

        private final byte[] threeMegabytes = new byte[3 * 1024 * 1024];

        @Test
        void streamThroughWithATokenSeenForTheFirstTime() {
            given().header("Authorization", somebody()).contentType("application/octet-stream").body(threeMegabytes)
                    .post(SESSIONS)
                    .then().statusCode(200).body("bytes", equalTo(threeMegabytes.length));
        }

        @Test
        void streamThroughInChunks() throws Exception {
            HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(threeMegabytes)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(answer.body()).getInteger("bytes")).isEqualTo(threeMegabytes.length);
        }

        @Test
        void thatSayTheyAreTooLongAreRefusedUnread() {
            given().header("Authorization", somebody()).body(new byte[5 * 1024 * 1024]).post(SESSIONS)
                    .then().statusCode(413).body("code", equalTo("too-large"))
                    .body("maxBytes", equalTo(4194304)).body("requestId", notNullValue());
            assertThat(World.session().seen()).isEmpty();
        }

        @Test
        void thatTurnOutTooLongAreCutOff() throws Exception {
            byte[] tooLong = new byte[6 * 1024 * 1024];

            HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("too-large");
        }

        @Test
        void ofAnswersArriveWhileTheyAreMade() throws Exception {
            CompletableFuture<Void> sendSecond = new CompletableFuture<>();
            World.session().on("/api/v1/sessions/1/stream", request -> {
                request.response().setChunked(true).putHeader("Content-Type", "text/event-stream").write("data: 1\n\n");
                sendSecond.thenRun(() -> request.response().end("data: 2\n\n"));
            });
            HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/sessions/1/stream"))
                    .header("Authorization", somebody()).build();

            try (HttpClient client = HttpClient.newHttpClient()) {
                var body = client.send(request, BodyHandlers.ofInputStream()).body();
                byte[] first = body.readNBytes("data: 1\n\n".length());
                sendSecond.complete(null);

                assertThat(new String(first)).isEqualTo("data: 1\n\n");
                assertThat(new String(body.readAllBytes())).isEqualTo("data: 2\n\n");
            }
        }

        private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
            try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                return client.send(HttpRequest.newBuilder(uri(SESSIONS)).header("Authorization", somebody())
                        .POST(body).build(), BodyHandlers.ofString());
            }
        }
    }

    @Nested
    class ABrokenService {

        @Test
        void thatDoesNotAnswerIsGivenUpOnInItsRoutesTime() {
            World.session().on(HOLDS, _ -> { });
            World.session().on("/api/v1/courses", _ -> { });

            long started = System.nanoTime();
            get("/api/v1/courses").then().statusCode(504).body("code", equalTo("upstream-timeout"))
                    .body("service", equalTo("session-service"));
            long courses = System.nanoTime() - started;
            get(HOLDS).then().statusCode(504);
            long holds = System.nanoTime() - started - courses;

            assertThat(Duration.ofNanos(courses)).isLessThan(Duration.ofNanos(holds));
        }

        @Test
        void doesNotHoldUpTheOthers() {
            World.session().on(HOLDS, _ -> { });
            CompletableFuture<Response> stuck = CompletableFuture.supplyAsync(() -> get(HOLDS));

            get(PATIENTS).then().statusCode(200);

            assertThat(stuck).isNotDone();
            assertThat(stuck.join().statusCode()).isEqualTo(504);
        }

        @Test
        void thatBreaksOffIsReported() {
            World.session().on(SESSIONS, request -> request.connection().close());

            get(SESSIONS).then().statusCode(502).contentType("application/problem+json")
                    .body("code", equalTo("upstream-broken"));
        }

        @Test
        void thatIsDownIsReported() {
            World.outcome().stop();

            get("/api/v1/instruments").then().statusCode(503).header("Retry-After", notNullValue())
                    .body("code", equalTo("upstream-unavailable")).body("service", equalTo("outcome-service"));
        }

        @Test
        void isLeftAloneAndTriedAgainLater() throws InterruptedException {
            World.session().on(SESSIONS, request -> request.connection().close());
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                statuses.add(get(SESSIONS).statusCode());
            }
            int calls = World.session().seen().size();
            assertThat(statuses).contains(502, 503).containsOnly(502, 503);
            assertThat(calls).isLessThan(8);
            get(PATIENTS).then().statusCode(200);

            World.session().reset();
            Thread.sleep(1_050); // The circuit counts real time.

            get(SESSIONS).then().statusCode(200);
            get(SESSIONS).then().statusCode(200);
        }

        @Test
        void thatRefusesIsNotBroken() {
            World.session().answers(SESSIONS, 503, new JsonObject().put("code", "unavailable"));
            Set<Integer> statuses = IntStream.range(0, 10).mapToObj(_ -> get(SESSIONS).path("code"))
                    .map(it -> "unavailable".equals(it) ? 1 : 0).collect(Collectors.toSet());

            assertThat(statuses).containsExactly(1);
            assertThat(World.session().seen()).hasSize(10);
        }

        @Test
        void isNotAskedTwiceForAnUnsafeCall() {
            World.session().on(SESSIONS, request -> request.connection().close());

            given().header("Authorization", somebody()).body("{}").contentType("application/json").post(SESSIONS)
                    .then().statusCode(502);

            assertThat(World.session().seen()).hasSize(1);
        }
    }

    /** A circuit opens for everybody: no caller may open it. */
    @Nested
    class ACallerAlone {

        private static final int MORE_THAN_THE_WINDOW = 6;

        @ParameterizedTest
        @ValueSource(strings = {"", "Content-Length: 100\r\n", "Transfer-Encoding: chunked\r\n"})
        void whoResetsDoesNotOpenTheCircuit(String framing) throws Exception {
            for (int i = 0; i < MORE_THAN_THE_WINDOW; i++) {
                CompletableFuture<Void> begun = new CompletableFuture<>();
                CompletableFuture<Void> left = new CompletableFuture<>();
                World.session().on(SESSIONS, request -> {
                    request.connection().closeHandler(_ -> left.complete(null));
                    begun.complete(null);
                });
                try (Socket caller = new Socket("localhost", RestAssured.port)) {
                    caller.setSoLinger(true, 0); // Resets the connection at its end, as a phone without network does.
                    String head = " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody() + "\r\n" + framing + "\r\n";
                    String request = framing.isEmpty() ? "GET " + SESSIONS + head : "POST " + SESSIONS + head + "3\r\none\r\n";
                    caller.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    begun.get(5, TimeUnit.SECONDS);
                }
                left.get(5, TimeUnit.SECONDS);
            }
            World.session().reset();

            get(SESSIONS).then().statusCode(200);
        }

        @Test
        void whoSendsSlowlyLeavesTheServiceItsTime() throws Exception {
            World.session().on(HOLDS, request -> request.body().onSuccess(_ ->
                    World.vertx().setTimer(800, _ -> request.response().end("done"))));

            try (Socket caller = new Socket("localhost", RestAssured.port)) {
                caller.getOutputStream().write(("POST " + HOLDS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + somebody()
                        + "\r\nContent-Length: 2\r\n\r\n{").getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(1_500); // Of the two seconds that the body has here.
                caller.getOutputStream().write('}');

                assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200 ");
            }
        }

        @Test
        void whoSendsAHeaderWithoutANameIsRefused() throws IOException {
            for (int i = 0; i < MORE_THAN_THE_WINDOW; i++) {
                Reply reply = RawSocket.send(RestAssured.port, "GET " + SESSIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody()
                        + "\r\n: nameless\r\n\r\n");

                assertThat(reply.text()).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-framing\"");
                assertThat(reply.closed()).isTrue();
            }
            assertThat(World.session().seen()).isEmpty();
            get(SESSIONS).then().statusCode(200);
        }

        @Test
        void whoIsAnsweredBeforeTheyHaveSentAllMayNotGoOnSending() throws Exception {
            CompletableFuture<Void> left = new CompletableFuture<>();
            World.session().on(SESSIONS, request -> {
                request.connection().closeHandler(_ -> left.complete(null));
                request.response().setStatusCode(404).end("no");
            });

            Reply reply = RawSocket.send(RestAssured.port, "POST " + SESSIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody()
                    + "\r\nContent-Length: 1000\r\n\r\nslowly");

            assertThat(reply.text()).startsWith("HTTP/1.1 404 ").containsIgnoringCase("connection: close").endsWith("no");
            assertThat(reply.closed()).isTrue();
            left.get(5, TimeUnit.SECONDS);
        }
    }

    @Nested
    class Smuggling {

        @Test
        void ofASecondRequestBehindAnUnusualEncodingFails() throws IOException {
            for (String encoding : List.of("xchunked", "identity, chunked", "chunked, identity", "\u000bchunked")) {
                Reply reply = RawSocket.send(RestAssured.port, "POST " + SESSIONS + " HTTP/1.1\r\nHost: x\r\n"
                        + "Authorization: " + somebody() + "\r\nTransfer-Encoding: " + encoding + "\r\n\r\n"
                        + "0\r\n\r\nGET " + PATIENTS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody() + "\r\n\r\n");

                assertThat(reply.text()).as(encoding).startsWith("HTTP/1.1 400 ");
                assertThat(reply.closed()).as(encoding).isTrue();
            }
            assertThat(World.patient().seen()).isEmpty();
            assertThat(World.session().seen()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Host: a b\r\n", "Host: user@evil:80\r\n", "Host: [::1\r\n", "Host: localhost:99999999\r\n"})
        void ofAHostThatCannotBeReadFailsWithAProblem(String host) throws IOException {
            Reply reply = RawSocket.send(RestAssured.port, "GET " + PATIENTS + " HTTP/1.1\r\n" + host
                    + "Authorization: " + somebody() + "\r\n\r\n");

            assertThat(reply.text()).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-framing\"").contains("requestId");
            assertThat(reply.text().toLowerCase()).contains("x-request-id: ").doesNotContain("\"requestid\":\"\"");
            assertThat(World.patient().seen()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"OPTIONS *", "GET api/v1/patients", "CONNECT x:1"})
        void ofAnAddressWithoutAPathFailsWithAProblem(String request) throws IOException {
            Reply reply = RawSocket.send(RestAssured.port, request + " HTTP/1.1\r\nHost: x\r\n\r\n"
                    + "GET " + PATIENTS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody() + "\r\n\r\n");

            assertThat(reply.text()).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-path\"");
            assertThat(reply.text().toLowerCase()).contains("x-request-id: ");
            assertThat(reply.closed()).isTrue();
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void ofAPathBehindAWholeAddressFails() throws IOException {
            String address = "http://" + "a".repeat(22) + "/api/v1/patient-service/audit-events?limit=1";
            RawSocket.send(RestAssured.port, "GET " + address + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + somebody() + "\r\n\r\n");

            assertThat(World.patient().lastSeen().uri()).isEqualTo("/api/v1/audit-events?limit=1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Length: 4\r\n\r\nbody", "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n"})
        void ofABodyToAPageFails(String body) throws IOException {
            Reply reply = RawSocket.send(RestAssured.port, "GET /openapi.json HTTP/1.1\r\nHost: x\r\n" + body);

            assertThat(reply.text()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
            assertThat(reply.closed()).isTrue();
        }

        @Test
        void ofHeadersByTheConnectionHeaderFails() {
            given().header("Authorization", somebody()).header("Connection", "close, Authorization, X-Request-Id")
                    .get(PATIENTS).then().statusCode(200);

            assertThat(World.patient().lastSeen().headers().contains("Authorization")).isTrue();
            assertThat(World.patient().lastSeen().headers().contains("X-Request-Id")).isTrue();
        }
    }

    @Nested
    class OtherOrigins {

        @Test
        void areNotThoseOfTheGatewayBehindTheTlsInFrontOfIt() {
            given().header("Origin", "https://localhost:" + RestAssured.port).header("Authorization", somebody()).get(PATIENTS)
                    .then().statusCode(200);
            given().header("Host", "api.example.org").header("Origin", "https://api.example.org").header("Authorization", somebody())
                    .get(PATIENTS).then().statusCode(200);
            given().header("Host", "api.example.org").header("Origin", "http://api.example.org").header("Authorization", somebody())
                    .get(PATIENTS).then().statusCode(403);
        }

        @Test
        void thatAreListedMayAskAndAreNeverGivenCredentials() {
            Response answer = given().header("Origin", "https://app.example.org").header("Authorization", somebody())
                    .get(PATIENTS);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                    .containsExactly("https://app.example.org");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
        }

        @Test
        void thatAreListedGetTheirPreflightAnswered() {
            given().header("Origin", "https://second.example.org").header("Access-Control-Request-Method", "PATCH")
                    .header("Access-Control-Request-Headers", "authorization,if-match").options(PATIENTS)
                    .then().statusCode(204)
                    .header("Access-Control-Allow-Origin", "https://second.example.org");
            assertThat(World.patient().seen()).isEmpty();
        }

        @Test
        void thatAreNotListedAreRefused() {
            Response answer = given().header("Origin", REFUSED_ORIGIN).header("Authorization", somebody()).get(PATIENTS);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.path("code").toString()).isEqualTo("origin-refused");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(World.patient().seen()).isEmpty();
        }
    }

    @Nested
    class Limits {

        @Test
        void countOneCallerAndLeaveTheOthersAlone() {
            String one = somebody();
            long started = System.nanoTime();
            List<Response> answers = new ArrayList<>();
            do {
                answers.add(given().header("Authorization", one).header("X-Forwarded-For", "9.9.9." + answers.size() % 250)
                        .get(PATIENTS));
            } while (answers.getLast().statusCode() == 200 && answers.size() < 500);
            long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();

            assertThat(answers.size() - 1L).isBetween(60L, 61 + seconds); // The bucket, and one more for each second.
            Response refused = answers.getLast();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.path("code").toString()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(refused.header("RateLimit")).isEqualTo("\"caller\";r=0;t=" + refused.header("Retry-After"));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.header("RateLimit-Policy"))
                    .isEqualTo("\"caller\";q=60;w=60, \"clinic\";q=1000;w=1000"));
            assertThat(answers.getFirst().header("RateLimit")).isEqualTo("\"caller\";r=59");
            get(PATIENTS).then().statusCode(200);
        }
    }

    @Test
    void saysThatTlsIsNeededWhenItEndsInFront() {
        given().get(PATIENTS).then().statusCode(401)
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    @Test
    void acceptsTheWordBearerInLowerCase() {
        given().header("Authorization", somebody().replace("Bearer", "bearer")).get(PATIENTS).then().statusCode(200);
        given().header("Authorization", bearer("monitor")).get(PATIENTS).then().statusCode(200);
    }

    @Test
    void passesAnAnswerWithoutABodyOn() {
        World.patient().on(PATIENTS, request -> request.response().setStatusCode(204).end());

        get(PATIENTS).then().statusCode(204);
        get("/api/v1/patients/1").then().statusCode(200);
        assertThat(Buffer.buffer(get("/api/v1/patients/1").asByteArray()).length()).isPositive();
    }
}
