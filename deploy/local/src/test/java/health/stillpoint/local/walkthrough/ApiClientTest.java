package health.stillpoint.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

    private final List<String> seen = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private ApiClient api;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + (key == null ? "no key" : "key")
                    + " " + Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match")).orElse("-")
                    + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"id\": \"0197a000-0000-7000-8000-000000000001\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        api = new ApiClient(URI.create("http://localhost:" + server.getAddress().getPort()), login -> "token-of-" + login, http);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void an_unsafe_call_carries_its_own_key_and_moments_as_text() {
        Answer answer = api.as("monitor@harbor").post("/api/v1/doses", Form.of("at", Instant.parse("2026-11-22T08:00:00Z"), "left", null));
        assertThat(seen).containsExactly(
                "POST /api/v1/doses Bearer token-of-monitor@harbor key - {\"at\":\"2026-11-22T08:00:00Z\"}");
        assertThat(answer.expect(201).id()).hasToString("0197a000-0000-7000-8000-000000000001");
    }

    @Test
    void what_was_read_is_changed_only_as_read() {
        Answer read = api.as("therapist@harbor").get("/api/v1/patients/x");
        api.as("therapist@harbor").putIfMatch("/api/v1/patients/x", Form.of(), read);
        assertThat(seen.getLast()).isEqualTo("PUT /api/v1/patients/x Bearer token-of-therapist@harbor key \"3\" {}");
    }

    @Test
    void nobody_there_is_said_in_one_line() {
        server.stop(0);
        assertThatThrownBy(() -> api.as("monitor@harbor").get("/api/v1/doses"))
                .isInstanceOf(WalkthroughFailure.class).hasMessageContaining("./stillpoint up starts it");
    }
}
