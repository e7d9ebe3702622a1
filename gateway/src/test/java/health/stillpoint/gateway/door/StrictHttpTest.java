package health.stillpoint.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.gateway.RawSocket;
import health.stillpoint.gateway.RawSocket.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a bare server: the test class loader of Quarkus hides extensions of Netty, the packaged gateway does not. */
class StrictHttpTest {

    private static final AtomicInteger HANDLED = new AtomicInteger();
    private static final AtomicReference<String> URI = new AtomicReference<>();
    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void aServer() {
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(request -> {
                    HANDLED.incrementAndGet();
                    URI.set(request.uri());
                    request.body().onSuccess(_ -> request.response().end("fine"));
                });
        port = server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @AfterAll
    static void theEnd() {
        vertx.close();
    }

    @BeforeEach
    void nothingHandledYet() {
        HANDLED.set(0);
    }

    @Test
    void refusesALengthBesideChunksOnTheFirstRequestOfAConnection() throws IOException {
        Reply reply = RawSocket.send(port, """
                POST /a HTTP/1.1\r
                Host: x\r
                Content-Length: 4\r
                Transfer-Encoding: chunked\r
                \r
                0\r
                \r
                GET /smuggled HTTP/1.1\r
                Host: x\r
                \r
                """);

        assertThat(reply.text()).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-framing\"");
        assertThat(reply.closed()).isTrue();
        assertThat(HANDLED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 1\r\nContent-Length: 2\r\n",
        "Content-Length: +1\r\n",
        "Content-Length: 1,1\r\n",
        "X-Bad\u0000: 1\r\n"})
    void refusesHeadsWithMoreThanOneMeaning(String headers) throws IOException {
        Reply reply = RawSocket.send(port, "POST /a HTTP/1.1\r\nHost: x\r\n" + headers + "\r\nab");

        assertThat(reply.text()).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(reply.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000001b", "10000000000000001b", "ffffffff00000000b", "80000000", "-1b", " ", "1b\n"})
    void readsNothingBehindAChunkOfAnUnreadableSize(String size) throws IOException {
        String behind = "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        Reply reply = RawSocket.send(port, "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + size + "\r\n" + "a".repeat(27) + behind);

        assertThat(reply.closed()).isTrue();
        assertThat(reply.text()).doesNotContain("fine");
        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void readsAChunkOfUnusualButPlainSize() throws IOException {
        Reply reply = RawSocket.send(port, "POST /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "000000001B;name=value\r\n" + "a".repeat(27) + "\r\n0\r\n\r\n");

        assertThat(reply.text()).startsWith("HTTP/1.1 200 ").contains("fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "HTTP/0.9", "http/1.1"})
    void speaksNoOtherVersion(String version) throws IOException {
        Reply reply = RawSocket.send(port, "GET /a " + version + "\r\nHost: x\r\n\r\n");

        assertThat(reply.text()).startsWith("HTTP/1.0 505 ").contains("\"code\":\"version-not-supported\"");
        assertThat(reply.closed()).isTrue();
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void answersAHeadThatIsTooLargeWithAProblem() throws IOException {
        Reply reply = RawSocket.send(port, "GET /a HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n");

        assertThat(reply.text()).startsWith("HTTP/1.1 431 ").contains("\"code\":\"head-too-large\"");
    }

    @Test
    void takesABareBarInAQuery() throws IOException {
        Reply reply = RawSocket.send(port, "GET /a?identifier=urn:x|1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(reply.text()).startsWith("HTTP/1.1 200 ");
        assertThat(URI.get()).isEqualTo("/a?identifier=urn:x%7C1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a|b", "/a?b=%zz"})
    void answersAnAddressThatCannotBeReadWithAProblem(String address) throws IOException {
        Reply reply = RawSocket.send(port, "GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(reply.text()).startsWith("HTTP/1.0 400 ").contains("application/problem+json", "\"code\":\"address-unreadable\"");
        assertThat(reply.closed()).isTrue();
        assertThat(HANDLED).hasValue(0);
    }

    @Test
    void readsOrdinaryRequestsAsBefore() throws IOException {
        Reply reply = RawSocket.send(port, """
                POST /a HTTP/1.1\r
                Host: x\r
                Transfer-Encoding: chunked\r
                \r
                2\r
                ab\r
                0\r
                \r
                POST /b HTTP/1.1\r
                Host: x\r
                Connection: close\r
                Content-Length: 2\r
                \r
                ab""");

        assertThat(reply.text()).containsPattern("(?s)200 OK.*fine.*200 OK.*fine");
        assertThat(HANDLED).hasValue(2);
    }
}
