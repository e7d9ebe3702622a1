package health.stillpoint.patient.practitioners.api;

import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Staff.PRACTITIONERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Staff;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class PractitionerResourceTest {

    private static final Map<String, Object> NAME = Map.of("family", "CANARY-okafor", "given", List.of("CANARY-ada"));

    private static Map<String, Object> withNpi(String value) {
        return Map.of("name", NAME, "roles", List.of("PRESCRIBER"),
                "identifiers", List.of(Map.of("system", "http://hl7.org/fhir/sid/us-npi", "value", value)));
    }

    @Nested
    class Adding {

        @Test
        void takesTheExampleOfTheDocumentAndRefusesTheSameNumberAndTheSameAccountTwice() {
            // Given
            Database.execute("update practitioner set ended_at = now(), end_reason = 'LEFT' where npi = '1234567893'");

            // When
            String id = as("clinic-admin").body(PractitionerExamples.ENTRY).post(PRACTITIONERS).then().statusCode(201)
                    .header("ETag", "\"0\"").body("active", equalTo(true)).body("roles", contains("PRESCRIBER"))
                    .extract().path("id");

            // Then
            as("monitor").get(PRACTITIONERS + "/" + id).then().statusCode(200)
                    .body("qualifications", contains("MD", "Board certified in psychiatry"))
                    .body("specialties.code", contains("394587001"));
            as("clinic-admin").body(withNpi("1234567893")).post(PRACTITIONERS).then().statusCode(409)
                    .body("code", equalTo("npi-taken"));
            as("clinic-admin").body(Map.of("name", NAME, "roles", List.of("MONITOR"),
                            "subjectId", "b3a1c1b2-7d42-3c55-9f2e-0a8f5c1d2e3f")).post(PRACTITIONERS).then().statusCode(409)
                    .body("code", equalTo("subject-taken"));
            as("clinic-admin", "meadow").body(Map.of("name", NAME, "roles", List.of("MONITOR"), "subjectId", UUID.randomUUID()))
                    .post(PRACTITIONERS).then().statusCode(201);
        }

        @Test
        void refusesAProviderIdentifierWithAWrongCheckDigit() {
            as("clinic-admin").body(withNpi("1234567890")).post(PRACTITIONERS).then().statusCode(422)
                    .body("code", equalTo("invalid-value"));
        }

        @Test
        void refusesTwoNumbersOfOneSystemAndSomebodyWithoutARole() {
            Map<String, String> number = Map.of("system", "urn:state-license", "value", "1");
            as("clinic-admin").body(Map.of("name", NAME, "roles", List.of("MONITOR"), "identifiers", List.of(number, number)))
                    .post(PRACTITIONERS).then().statusCode(422);
            as("clinic-admin").body(Map.of("name", NAME, "roles", List.of())).post(PRACTITIONERS).then().statusCode(422);
        }

        @ParameterizedTest(name = "is not for the {0}")
        @ValueSource(strings = {"prescriber", "therapist", "monitor", "patient", "analyst", "auditor", "partner"})
        void isForTheAdministration(String role) {
            as(role).body(PractitionerExamples.ENTRY).post(PRACTITIONERS).then().statusCode(403);
        }
    }

    @Nested
    class Listing {

        @Test
        void findsByRoleAndEmployment() {
            UUID monitor = Staff.added("MONITOR");
            UUID gone = Staff.added("MONITOR");
            as("clinic-admin").body(PractitionerExamples.END).post(PRACTITIONERS + "/" + gone + "/end").then().statusCode(200);

            as("prescriber").get(PRACTITIONERS + "?role=MONITOR&active=true&limit=200").then().statusCode(200)
                    .body("items.id", hasItem(monitor.toString())).body("items.id", not(hasItem(gone.toString())));
            as("prescriber").get(PRACTITIONERS + "?active=false&limit=200").then().statusCode(200)
                    .body("items.id", hasItem(gone.toString())).body("items.id", not(hasItem(monitor.toString())));
            as("prescriber").get(PRACTITIONERS + "?role=THERAPIST&limit=200").then().statusCode(200)
                    .body("items.id", not(hasItem(monitor.toString())));
        }
    }

    @Nested
    class Changing {

        @Test
        void needsTheVersionOfNowAndLeavesWhatIsNotSent() {
            UUID id = Staff.added("PRESCRIBER");
            String path = PRACTITIONERS + "/" + id;

            as("clinic-admin").body(PractitionerExamples.CHANGE).patch(path).then().statusCode(428);
            as("clinic-admin").header("If-Match", "\"7\"").body(PractitionerExamples.CHANGE).patch(path).then().statusCode(412);
            as("clinic-admin").header("If-Match", "\"0\"").body(PractitionerExamples.CHANGE).patch(path).then().statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("roles", contains("PRESCRIBER", "THERAPIST")).body("name.family", equalTo("Okafor"));
        }

        @Test
        void saysWhatSomebodyIsTrainedInAndTakesItBack() {
            String path = PRACTITIONERS + "/" + Staff.added("PRESCRIBER");
            String nobodysCode = "{\"specialties\": [{\"system\": \"psychiatry\", \"code\": \"\"}]}";

            as("clinic-admin").header("If-Match", "\"0\"").body(nobodysCode).patch(path).then().statusCode(422);
            as("clinic-admin").header("If-Match", "\"0\"").body(nobodysCode.replace("psychiatry", "http://snomed.info/sct")
                            .replace("\"\"", "\"394587001\"")).patch(path).then().statusCode(200)
                    .body("specialties.system", contains("http://snomed.info/sct")).body("specialties.code", contains("394587001"));
            as("clinic-admin").header("If-Match", "\"1\"").body(PractitionerExamples.CHANGE).patch(path).then().statusCode(200)
                    .body("specialties.code", contains("394587001"));
            as("clinic-admin").header("If-Match", "\"2\"").body("{\"specialties\": []}").patch(path).then().statusCode(200)
                    .body("specialties", empty());
        }
    }

    @Nested
    class Ending {

        @Test
        void isSaidOnceWithAReasonAndFreesTheAccount() {
            // Given
            UUID subject = UUID.randomUUID();
            UUID id = Staff.addedTo("harbor", subject, "THERAPIST");
            String path = PRACTITIONERS + "/" + id;

            // When
            as("clinic-admin").body("{}").post(path + "/end").then().statusCode(422);
            as("clinic-admin").body(PractitionerExamples.END).post(path + "/end").then().statusCode(200)
                    .body("active", equalTo(false)).body("endReason", equalTo("LEFT"));

            // Then
            as("clinic-admin").body(PractitionerExamples.END).post(path + "/end").then().statusCode(409)
                    .body("code", equalTo("practitioner-ended"));
            as("clinic-admin").header("If-Match", "\"1\"").body(PractitionerExamples.CHANGE).patch(path).then().statusCode(409)
                    .body("code", equalTo("practitioner-ended"));
            assertThat(Staff.addedTo("harbor", subject, "THERAPIST")).isNotEqualTo(id);
        }
    }

    @Test
    void doesNotExistForAnotherClinic() {
        UUID id = Staff.added("MONITOR");
        String path = PRACTITIONERS + "/" + id;

        as("clinic-admin", "meadow").get(path).then().statusCode(404);
        as("clinic-admin", "meadow").header("If-Match", "\"0\"").body(PractitionerExamples.CHANGE).patch(path).then()
                .statusCode(404);
        as("clinic-admin", "meadow").body(PractitionerExamples.END).post(path + "/end").then().statusCode(404);
        as("clinic-admin", "meadow").get(PRACTITIONERS + "?limit=200").then().statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        as("clinic-admin").get(path).then().statusCode(200).body("endedAt", nullValue());
    }

    @Test
    void keepsTheNameOutOfTheLog() {
        as("clinic-admin").body(Map.of("name", NAME, "roles", List.of("MONITOR"))).post(PRACTITIONERS).then().statusCode(201)
                .body("name.family", equalTo("CANARY-okafor"));
    }
}
