package health.stillpoint.kit.operation;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(KitStack.class)
class StrictJsonResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "", "{", "{\"text\":\"a\"} x", "{\"text\":\"a\"}{}", "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"a\",\"clinicId\":\"x\"}",
            "{\"text\":\"a\",\"version\":7}", "{\"text\":\"a\",\"id\":\"0197a000-0000-7000-8000-00000000000a\"}", "{\"text\":1}",
            "{\"text\":true}", "{\"text\":[\"a\"]}", "{\"text\":\"a\",\"number\":\"1\"}", "{\"text\":\"a\",\"number\":1.5}",
            "{\"text\":\"a\",\"number\":NaN}", "{\"text\":\"a\",\"amount\":1e308}", "{\"text\":\"a\",\"amount\":1e1000000000}",
            "{\"text\":\"a\",\"amount\":\"1\"}", "{\"text\":\"a\",\"amount\":-Infinity}", "{\"text\":\"a\\u0000b\"}",
            "{\"text\":\"\\ud800\"}", "{\"text\":\"\\udc00x\"}", "[]", "\"text\"", "{'text':'a'}", "{\"text\":\"a\",}"})
    void refusesToGuess(String body) {
        // When
        Response answer = as("therapist", "harbor").body(body).post(NOTES);

        // Then
        assertThat(answer.statusCode()).isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.asString()).doesNotContain("jackson", "java.", "NoteRequest");
    }

    @Test
    void refusesJsonOfAHundredThousandLevels() throws IOException, InterruptedException {
        // Given: not through REST Assured, which would print the body, indented level by level
        HttpRequest deep = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTES))
                .header("Authorization", "Bearer " + KitStack.token("therapist", "harbor"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[".repeat(100_000))).build();

        // When
        int status;
        try (HttpClient client = HttpClient.newHttpClient()) {
            status = client.send(deep, HttpResponse.BodyHandlers.ofString()).statusCode();
        }

        // Then
        assertThat(status).isEqualTo(400);
    }

    @Test
    void namesWhatIsOutOfRange() {
        // When
        Response answer = as("therapist", "harbor").body("{\"text\":\"\",\"number\":11}").post(NOTES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid-value");
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("number", "text");
        assertThat(answer.jsonPath().getList("violations.in")).containsOnly("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void callsTheBodyTheBody(String body) {
        // When
        Response answer = as("therapist", "harbor").body(body).post(NOTES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("body");
        assertThat(answer.jsonPath().getList("violations.in")).containsExactly("body");
    }

    @Test
    void namesTheFieldThatCannotBeRead() {
        // When
        Response answer = as("therapist", "harbor").body("{\"text\":\"a\",\"number\":\"CANARY\"}").post(NOTES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("number");
        assertThat(answer.asString()).doesNotContain("CANARY");
    }

    @Test
    void refusesOtherMediaTypesAndMethodsAsProblems() {
        assertThat(as("therapist", "harbor").contentType("application/xml").body("<a/>").post(NOTES).statusCode()).isEqualTo(415);
        assertThat(as("therapist", "harbor").delete(NOTES).statusCode()).isEqualTo(405);
        assertThat(as("therapist", "harbor").delete(NOTES).jsonPath().getString("code")).isEqualTo("method-not-allowed");
        assertThat(as("therapist", "harbor").delete(NOTES).contentType()).startsWith("application/problem+json");
        assertThat(as("therapist", "harbor").get("/api/v1/nowhere").statusCode()).isEqualTo(404);
        assertThat(as("therapist", "harbor").get(NOTES + "/not-a-uuid").statusCode()).isIn(400, 404);
    }

    @Test
    void saysWhichMethodsAPathKnows() {
        assertThat(as("therapist", "harbor").delete(NOTES).header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(as("therapist", "harbor").delete(NOTES + "/" + UUID.randomUUID()).header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PATCH");
        assertThat(as("therapist", "harbor").put(NOTES + "/once").header("Allow")).contains("POST");
        assertThat(as("therapist", "harbor").post("/api/v1/audit-events/verification").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void keepsTextAsItIs() {
        // When
        Response answer = as("therapist", "harbor").body("{\"text\":\"Zoë 😀\\n-0 {{7*7}} ${jndi:x}\"}").post(NOTES);

        // Then
        assertThat(answer.jsonPath().getString("text")).isEqualTo("Zoë 😀\n-0 {{7*7}} ${jndi:x}");
    }
}
