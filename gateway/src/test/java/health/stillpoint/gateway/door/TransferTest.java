package health.stillpoint.gateway.door;

import static health.stillpoint.gateway.World.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.RawSocket;
import health.stillpoint.gateway.RawSocket.Reply;
import health.stillpoint.gateway.World;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of a request reaches the service, and what of its answer comes back. */
@GatewayTest
class TransferTest {

    private static final String PATIENTS = "/api/v1/patients";
    private static final int LONG = 3 * 1024 * 1024;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void everybodyListens() {
        World.services().forEach(FakeService::reset);
    }

    private long recorded() {
        return meters.find(VisitRecord.REQUESTS_METRIC).timers().stream().mapToLong(Timer::count).sum();
    }

    private long recorded(String status) {
        return meters.find(VisitRecord.REQUESTS_METRIC).tag("status", status).timers().stream().mapToLong(Timer::count).sum();
    }

    private static Response get() {
        return given().header("Authorization", bearer("monitor")).get(PATIENTS);
    }

    private static Reply raw(String firstLine, String headers) throws IOException {
        return RawSocket.send(RestAssured.port, firstLine + "\r\nHost: x\r\nAuthorization: " + bearer("monitor") + "\r\n" + headers + "\r\n");
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + i % 23);
        }
        return bytes;
    }

    @Nested
    class Answers {

        @Test
        void ofAKnownLengthArriveWholeHoweverLong() {
            for (int length : new int[] {0, 1, 1000, LONG}) {
                World.patient().on(PATIENTS, request -> request.response().end(Buffer.buffer(pattern(length))));

                Response answer = get();

                assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(length));
                assertThat(Arrays.equals(answer.asByteArray(), pattern(length))).as("%d bytes", length).isTrue();
            }
        }

        @Test
        void ofAnUnknownLengthComeInChunks() {
            World.patient().on(PATIENTS, request -> {
                request.response().setChunked(true).write("one ");
                request.response().end("two");
            });

            Response answer = get();

            assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
            assertThat(answer.asString()).isEqualTo("one two");
        }

        @Test
        void ofAnUnknownLengthEndWithTheConnectionForOldCallers() throws IOException {
            World.patient().on(PATIENTS, request -> request.response().setChunked(true).end("one two"));

            Reply reply = raw("GET " + PATIENTS + " HTTP/1.0", "Connection: keep-alive\r\n");

            assertThat(reply.text()).endsWith("\r\n\r\none two");
            assertThat(reply.closed()).isTrue();
        }

        @Test
        void toAQuestionForTheHeadTellTheLengthAndNoMore() throws IOException {
            World.patient().on(PATIENTS, request -> request.response().putHeader("Content-Length", "1234").end());

            Reply reply = raw("HEAD " + PATIENTS + " HTTP/1.1", "");

            assertThat(reply.text().toLowerCase()).contains("content-length: 1234\r\n").endsWith("\r\n\r\n").doesNotContain("chunked");
            assertThat(reply.closed()).isFalse();
        }

        @Test
        void withNothingToSayAreNotFramed() throws IOException {
            World.patient().on(PATIENTS, request -> request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end());

            Reply reply = raw("GET " + PATIENTS + " HTTP/1.1", "");

            assertThat(reply.text()).startsWith("HTTP/1.1 304 Not Modified\r\n").contains("\"7\"").doesNotContain("chunked");
        }

        @Test
        void thatBreakOffAreNotTakenForWholeAndRecorded() throws InterruptedException {
            long before = recorded();
            World.patient().on(PATIENTS, request -> {
                request.response().putHeader("Content-Length", "1000").write("half");
                request.connection().close();
            });

            assertThatThrownBy(() -> get().asString()).isInstanceOf(Exception.class);
            for (int i = 0; i < 100 && recorded() == before; i++) {
                Thread.sleep(20); // The record is written when the connection is closed.
            }
            assertThat(recorded()).isEqualTo(before + 1);
        }

        @Test
        void areDatedOnce() {
            assertThat(get().headers().getValues("Date")).singleElement().satisfies(date ->
                    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)).isAfter(ZonedDateTime.now().minusMinutes(1)));

            World.patient().on(PATIENTS, request -> request.response().putHeader("Date", "Mon, 03 Jan 2000 10:00:00 GMT").end());
            assertThat(get().headers().getValues("Date")).containsExactly("Mon, 03 Jan 2000 10:00:00 GMT");
        }

        @Test
        void loseWhatTheirConnectionHeaderNames() {
            World.patient().on(PATIENTS, request -> request.response().putHeader("Connection", "X-Hop").putHeader("X-Hop", "1")
                    .putHeader("X-Kept", "2").end());

            Response answer = get();

            assertThat(answer.header("X-Hop")).isNull();
            assertThat(answer.header("X-Kept")).isEqualTo("2");
        }

        @Test
        void mayBeKeptWhenTheServiceSaysSo() {
            World.patient().on(PATIENTS, request -> request.response().putHeader("Cache-Control", "private, max-age=60").end());

            assertThat(get().headers().getValues("Cache-Control")).containsExactly("private, max-age=60");
        }
    }

    @Nested
    class Requests {

        @Test
        void toSwitchProtocolsAreOrdinaryRequests() throws IOException {
            Reply reply = raw("GET " + PATIENTS + " HTTP/1.1", """
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    X-Forwarded-For: 6.6.6.6\r
                    Cookie: a=b\r
                    """);

            assertThat(reply.text()).startsWith("HTTP/1.1 200 OK\r\n");
            MultiMap arrived = World.patient().lastSeen().headers();
            assertThat(arrived.names()).doesNotContain("Upgrade", "Connection", "Cookie");
            assertThat(arrived.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        }

        @Test
        void loseWhatTheirConnectionHeaderNames() throws IOException {
            raw("GET " + PATIENTS + " HTTP/1.1", "Connection: keep-alive, X-Hop\r\nX-Hop: 1\r\nX-Kept: 2\r\nTE: trailers\r\n");

            MultiMap arrived = World.patient().lastSeen().headers();
            assertThat(arrived.contains("X-Hop")).isFalse();
            assertThat(arrived.contains("TE")).isFalse();
            assertThat(arrived.get("X-Kept")).isEqualTo("2");
            assertThat(arrived.getAll("Host")).singleElement().asString().startsWith("localhost:");
            assertThat(arrived.get("X-Forwarded-Host")).isEqualTo("x");
        }

        @Test
        void ofOldCallersAreNotToldToContinue() throws IOException {
            Reply reply = RawSocket.send(RestAssured.port, "POST " + PATIENTS + " HTTP/1.0\r\nHost: x\r\nAuthorization: " + bearer("monitor")
                    + "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(reply.text()).contains(" 200 OK").doesNotContain(" 100 ");
        }

        @Test
        void thatNobodyWaitsForAreGivenUpAndRecordedAsSuch() throws Exception {
            long before = recorded("499");
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Void> left = new CompletableFuture<>();
            World.patient().on(PATIENTS, request -> {
                request.connection().closeHandler(_ -> left.complete(null));
                begun.complete(null);
            });

            try (Socket caller = new Socket("localhost", RestAssured.port)) {
                caller.getOutputStream().write(("GET " + PATIENTS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer("monitor") + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                begun.get(5, TimeUnit.SECONDS);
            }

            left.get(5, TimeUnit.SECONDS);
            for (int i = 0; i < 100 && recorded("499") == before; i++) {
                Thread.sleep(20); // The record is written when the connection is closed.
            }
            assertThat(recorded("499")).isEqualTo(before + 1);
        }

        @Test
        void thatEndTooEarlyDoNotReachTheServiceWhole() throws Exception {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Boolean> whole = new CompletableFuture<>();
            World.patient().on(PATIENTS, request -> {
                begun.complete(null);
                request.body().onComplete(body -> whole.complete(body.succeeded()));
            });

            try (Socket caller = new Socket("localhost", RestAssured.port)) {
                caller.getOutputStream().write(("POST " + PATIENTS + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer("monitor")
                        + "\r\nContent-Length: 100\r\n\r\nhalf").getBytes(StandardCharsets.ISO_8859_1));
                caller.getOutputStream().flush();
                begun.get(5, TimeUnit.SECONDS);
            }

            assertThat(whole.get(5, TimeUnit.SECONDS)).isFalse();
        }
    }
}
