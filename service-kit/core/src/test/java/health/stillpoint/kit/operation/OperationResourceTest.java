package health.stillpoint.kit.operation;

import static health.stillpoint.kit.testapp.KitStack.count;
import static health.stillpoint.kit.testapp.KitStack.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class OperationResourceTest {

    private static final String NOTES = "/api/v1/notes";

    @Test
    void keepsWhatWasWritten() {
        // When
        Response written = as("therapist", "harbor").body(Map.of("text", "first")).post(NOTES);

        // Then
        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.header("ETag")).isEqualTo("\"0\"");
        Response read = as("therapist", "harbor").get(written.header("Location"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.jsonPath().getString("text")).isEqualTo("first");
        assertThat(count("select count(*) from outbox where key = '" + written.jsonPath().getString("id") + "'")).isEqualTo(1);
    }

    @Test
    void hidesARecordOfAnotherClinic() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "ours")).post(NOTES).header("Location");

        // When
        Response stranger = as("therapist", "meadow").get(location);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.contentType()).startsWith("application/problem+json");
        assertThat(stranger.jsonPath().getString("code")).isEqualTo("not-found");
        assertThat(stranger.jsonPath().getString("requestId")).isEqualTo(stranger.header("X-Request-Id"));
    }

    private static RequestSpecification as(String role, String clinic) {
        return given().auth().oauth2(token(role, clinic)).contentType(ContentType.JSON);
    }
}
