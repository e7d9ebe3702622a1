package health.stillpoint.kit.sandbox;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static health.stillpoint.kit.testapp.KitStack.tokenSpec;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class SandboxResourceTest {

    private static final String CLOCK = "/api/v1/sandbox/clock";

    @Test
    void movesOneClinicsTimeAheadAndNeverBack() {
        // Given
        long ahead = Duration.ofDays(2).toSeconds();

        // When
        Response moved = as("clinic-admin", "meadow").body(Map.of("offsetSeconds", ahead)).put(CLOCK);
        Response back = as("clinic-admin", "meadow").body(Map.of("offsetSeconds", ahead - 1)).put(CLOCK);

        // Then
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.jsonPath().getString("code")).isEqualTo("clock-backwards");
        Instant theirs = Instant.parse(as("therapist", "meadow").get(NOTES + "/clock").jsonPath().getString("now"));
        Instant ours = Instant.parse(as("therapist", "harbor").get(NOTES + "/clock").jsonPath().getString("now"));
        assertThat(Duration.between(ours, theirs)).isBetween(Duration.ofDays(2).minusMinutes(1), Duration.ofDays(2).plusMinutes(1));
        assertThat(as("auditor", "meadow").get(CLOCK).jsonPath().getLong("offsetSeconds")).isEqualTo(ahead);
    }

    @Test
    void leavesRealClinicsAndOtherRolesAlone() {
        // When
        Response role = as("therapist", "harbor").body(Map.of("offsetSeconds", 60)).put(CLOCK);
        Response real = given().auth().oauth2(tokenSpec("clinic-admin", "harbor").claim("clinic_id", UUID.randomUUID().toString()).serialize())
                .contentType("application/json").body(Map.of("offsetSeconds", 60)).put(CLOCK);

        // Then
        assertThat(role.statusCode()).isEqualTo(403);
        assertThat(real.statusCode()).isEqualTo(403);
        assertThat(real.jsonPath().getString("code")).isEqualTo("not-a-sandbox");
    }
}
