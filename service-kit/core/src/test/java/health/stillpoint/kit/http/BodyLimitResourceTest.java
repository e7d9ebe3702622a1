package health.stillpoint.kit.http;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.KitStack.token;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KitStack.class)
class BodyLimitResourceTest {

    private static final int LIMIT = 1024 * 1024;

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void takesABodyOfTheLimit(boolean chunked) throws Exception {
        assertThat(write(LIMIT, chunked).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void refusesABodyBeyondIt(boolean chunked) throws Exception {
        // When
        HttpResponse<String> refused = write(LIMIT + 1, chunked);

        // Then
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonPath problem = JsonPath.from(refused.body());
        assertThat(problem.getString("code")).isEqualTo("too-large");
        assertThat(problem.getInt("maxBytes")).isEqualTo(LIMIT);
        assertThat(problem.getString("requestId")).isEqualTo(refused.headers().firstValue("X-Request-Id").orElseThrow());
    }

    /** A note followed by as many spaces as are needed. */
    private static HttpResponse<String> write(int length, boolean chunked) throws Exception {
        String note = "{\"text\":\"long\"}";
        byte[] body = (note + " ".repeat(length - note.length())).getBytes(StandardCharsets.US_ASCII);
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTES))
                    .header("Authorization", "Bearer " + token("therapist", "harbor")).header("Content-Type", "application/json")
                    .POST(chunked ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)) : BodyPublishers.ofByteArray(body))
                    .build(), BodyHandlers.ofString());
        }
    }
}
