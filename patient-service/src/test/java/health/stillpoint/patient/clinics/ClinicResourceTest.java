package health.stillpoint.patient.clinics;

import static health.stillpoint.patient.fixtures.Api.as;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ClinicResourceTest {

    private static final String CLINIC = "/api/v1/clinic";

    @Test
    void isTheTokensOwnAndSaysWhatItsAdministrationSaid() {
        // Given
        int before = as("monitor").get(CLINIC).then().statusCode(200).extract().path("version");

        // When
        as("clinic-admin").header("If-Match", "\"" + before + "\"").body(ClinicExamples.DESCRIPTION).put(CLINIC).then()
                .statusCode(200).header("ETag", "\"" + (before + 1) + "\"");

        // Then
        as("monitor").get(CLINIC).then().statusCode(200)
                .body("id", equalTo(Stack.clinic("harbor").toString()))
                .body("name", equalTo("Harbor Clinic"))
                .body("address.city", equalTo("Portland"))
                .body("emergencyPhone", equalTo("+1 555 0119"))
                .body("limits", anEmptyMap());
        as("clinic-admin").header("If-Match", "\"" + before + "\"").body(ClinicExamples.DESCRIPTION).put(CLINIC).then()
                .statusCode(412);
        as("clinic-admin").body(ClinicExamples.DESCRIPTION).put(CLINIC).then().statusCode(428);
        as("clinic-admin", "meadow").get(CLINIC).then().statusCode(200).header("ETag", "\"0\"")
                .body("id", equalTo(Stack.clinic("meadow").toString())).body("name", nullValue());
    }

    @ParameterizedTest(name = "is not described by the {0}")
    @ValueSource(strings = {"prescriber", "therapist", "monitor", "patient", "analyst", "auditor", "partner"})
    void isDescribedByItsAdministrationAlone(String role) {
        as(role).header("If-Match", "\"0\"").body(ClinicExamples.DESCRIPTION).put(CLINIC).then().statusCode(403);
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        as("clinic-admin").header("If-Match", "\"0\"").body(ClinicExamples.DESCRIPTION.replace("America/New_York", "Mars/Olympus"))
                .put(CLINIC).then().statusCode(422).body("code", equalTo("invalid-value"));
    }
}
