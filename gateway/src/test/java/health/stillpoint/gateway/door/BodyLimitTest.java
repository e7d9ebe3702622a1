package health.stillpoint.gateway.door;

import static health.stillpoint.gateway.World.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit as it is delivered; the services have the same. */
@GatewayTest
class BodyLimitTest {

    private static final int LIMIT = 1024 * 1024;

    @BeforeEach
    void everybodyListens() {
        World.services().forEach(FakeService::reset);
    }

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void passesABodyOfTheLimit(boolean chunked) throws Exception {
        HttpResponse<String> answer = send("POST", "/api/v1/sessions", body(LIMIT, chunked));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getInteger("bytes")).isEqualTo(LIMIT);
    }

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void refusesABodyBeyondIt(boolean chunked) throws Exception {
        assertRefused(send("POST", "/api/v1/sessions", body(LIMIT + 1, chunked)));
    }

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void refusesItForItsOwnOperationsToo(boolean chunked) throws Exception {
        assertRefused(send("PUT", "/api/v1/sandbox/clock", body(LIMIT + 1, chunked)));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("too-large");
        assertThat(new JsonObject(answer.body()).getInteger("maxBytes")).isEqualTo(LIMIT);
        assertThat(new JsonObject(answer.body()).getString("requestId")).isNotEmpty();
    }

    private static BodyPublisher body(int length, boolean chunked) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        return chunked ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)) : BodyPublishers.ofByteArray(bytes);
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Authorization", bearer("clinic-admin")).header("Content-Type", "application/json")
                    .method(method, body).build(), BodyHandlers.ofString());
        }
    }
}
