package health.stillpoint.patient.patients.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class PatientResourceTest {

    private static final String CANARY = PatientExamples.REGISTER
            .replace("Rivera", "CANARY-Rivera").replace("alex.rivera@", "canary-mail@");

    @Nested
    class Registering {

        @Test
        void givesThePatientTheClinicsOwnNumber() {
            as("therapist").body(CANARY).post(PATIENTS).then().statusCode(201)
                    .header("Location", matchesPattern("\\S*/api/v1/patients/[0-9a-f-]{36}"))
                    .header("ETag", "\"0\"")
                    .header("Link", matchesPattern("</api/v1/patients/[0-9a-f-]{36}/duplicates>; rel=\"related\""))
                    .body("identifiers[0].system", equalTo("urn:stillpoint:mrn"))
                    .body("identifiers[0].value", matchesPattern("[0-9A-Z]{10}[0-9A-Z*~$=]"))
                    .body("programmeState", equalTo("REFERRED"))
                    .body("name.given", contains("Alex"));
        }

        @ParameterizedTest(name = "is refused with a number of the clinic's own system {0}")
        @ValueSource(strings = {"urn:stillpoint:mrn", "URN:stillpoint:mrn", "urn:Stillpoint:MRN"})
        void isRefusedWithANumberOfTheClinicsOwn(String system) {
            as("therapist").body(PatientExamples.REGISTER.replaceFirst("\\{", "{\"identifiers\": [{\"system\": \"" + system
                            + "\", \"value\": \"7\"}],")).post(PATIENTS).then().statusCode(422)
                    .body("code", equalTo("invalid-value")).body("violations.field", contains("identifiers[0].system"));
        }

        @ParameterizedTest(name = "is refused for somebody born in {0}")
        @ValueSource(strings = {"1066-10-14", "1800-01-01"})
        void isRefusedForSomebodyBornTooLongAgo(String birthDate) {
            as("therapist").body(PatientExamples.REGISTER.replace("1992-05-14", birthDate)).post(PATIENTS).then()
                    .statusCode(422).body("code", equalTo("implausible-date")).body("violations.field", contains("birthDate"));
        }

        @Test
        void isRefusedForAMinor() {
            String seventeen = LocalDate.now(ZoneOffset.UTC).minusYears(17).toString();

            as("therapist").body(PatientExamples.REGISTER.replace("1992-05-14", seventeen)).post(PATIENTS).then()
                    .statusCode(422).body("code", equalTo("patient-minor"));
        }

        @ParameterizedTest(name = "is refused with {0}")
        @ValueSource(strings = {
            "\"timeZone\": \"America/New_York\" -> \"timeZone\": \"Mars/Base\"",
            "\"language\": \"en-US\" -> \"language\": \"!\"",
            "\"language\": \"en-US\" -> \"language\": \"english\"",
            "\"family\": \"Rivera\" -> \"family\": \"\\u200b\\u2060\\u200d\"",
            "\"given\": [\"Alex\"] -> \"given\": [\"\\u200b\"]",
            "\"family\": \"Rivera\" -> \"family\": \" \"",
            "\"birthDate\": \"1992-05-14\" -> \"birthDate\": \"2992-05-14\"",
            "\"phone\": \"+1 555 0100\", \"email\": \"alex.rivera@example.org\" -> ",
            "\"emergencyContact\": -> \"emergencyContact\": null, \"genderIdentity\": \"x\", \"escorts\": [], \"x\":"
        })
        void isRefusedOutsideTheRanges(String change) {
            String[] fromTo = change.split(" -> ", 2);

            int status = as("therapist").body(PatientExamples.REGISTER.replace(fromTo[0].strip(), fromTo[1])).post(PATIENTS)
                    .statusCode();

            assertThat(status).isIn(400, 422);
        }

        @Test
        void refusesAFieldItDoesNotKnow() {
            as("therapist").body(PatientExamples.REGISTER.replaceFirst("\\{", "{\"clinicId\": \"x\",")).post(PATIENTS).then()
                    .statusCode(400).body("code", equalTo("unreadable"));
        }

        @Test
        void refusesAnIdentifierThatAnotherPatientOfTheClinicHas() {
            String numbered = CANARY.replaceFirst("\\{", "{\"identifiers\": [{\"system\": \"urn:example:insurance\", \"value\": \""
                    + UUID.randomUUID() + "\"}],");
            as("therapist").body(numbered).post(PATIENTS).then().statusCode(201);

            as("therapist").body(numbered).post(PATIENTS).then().statusCode(409).body("code", equalTo("identifier-taken"));
            as("therapist", "meadow").body(numbered).post(PATIENTS).then().statusCode(201);
        }

        @Test
        void happensOnceForOneIdempotencyKey() {
            String key = UUID.randomUUID().toString();

            String first = as("therapist").header("Idempotency-Key", key).body(CANARY).post(PATIENTS).then().statusCode(201)
                    .extract().path("id");
            as("therapist").header("Idempotency-Key", key).body(CANARY).post(PATIENTS).then().statusCode(201)
                    .header("Idempotency-Replayed", "true").body("id", equalTo(first))
                    .header("Link", "</api/v1/patients/" + first + "/duplicates>; rel=\"related\"");

            assertThat(Database.count("select count(*) from patient where id = ?::uuid", first)).isOne();
        }

        @ParameterizedTest(name = "is not for the {0}")
        @ValueSource(strings = {"monitor", "patient", "analyst", "auditor", "partner"})
        void isForStaffWhoAdmit(String role) {
            as(role).body(PatientExamples.REGISTER).post(PATIENTS).then().statusCode(403);
        }
    }

    @Nested
    class Reading {

        @Test
        void isNotPossibleFromAnotherClinic() {
            UUID patient = Api.aRegisteredPatient();

            as("prescriber", "meadow").get(PATIENTS + "/" + patient).then().statusCode(404)
                    .body("code", equalTo("not-found"));
        }

        @Test
        void showsAPatientTheOwnRecordAndNoOther() {
            UUID own = Api.aRegisteredPatient();
            UUID other = Api.aRegisteredPatient();

            asPatient(own).get(PATIENTS + "/" + own).then().statusCode(200).body("id", equalTo(own.toString()));
            asPatient(own).get(PATIENTS + "/" + other).then().statusCode(404);
            asPatient(own).get(PATIENTS).then().statusCode(403);
        }

        @Test
        void isAudited() {
            UUID patient = Api.aRegisteredPatient();

            get("monitor", patient, "").statusCode(200);

            assertThat(Database.count("""
                    select (select count(*) from audit_pending where action = 'patient.read' and about_id = ?::uuid)
                         + (select count(*) from audit_event where action = 'patient.read' and about_id = ?::uuid)""",
                            patient.toString(), patient.toString()))
                    .isOne();
        }
    }

    @Nested
    class Listing {

        @Test
        void goesThroughAllPatientsPageByPage() {
            Set<String> registered = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                registered.add(Api.aRegisteredPatient().toString());
            }

            Set<String> listed = new HashSet<>();
            String cursor = "";
            do {
                var page = as("monitor").queryParam("limit", 2).queryParam("cursor", cursor).get(PATIENTS).then()
                        .statusCode(200).body("items", hasSize(lessThanOrEqualTo(2))).extract();
                listed.addAll(page.<java.util.List<String>>path("items.id"));
                cursor = page.path("next");
            } while (cursor != null);

            assertThat(listed).containsAll(registered);
        }

        @Test
        void refusesACursorOfAnotherClinic() {
            Api.aRegisteredPatient();
            Api.aRegisteredPatient();
            String cursor = as("monitor").queryParam("limit", 1).get(PATIENTS).then().statusCode(200)
                    .body("next", notNullValue()).extract().path("next");

            as("monitor", "meadow").queryParam("cursor", cursor).get(PATIENTS).then().statusCode(400);
        }

        @Test
        void findsPatientsByTheirState() {
            UUID inIntake = Api.aRegisteredPatient();
            Api.post("therapist", inIntake, "/intakes", "{}").statusCode(201);

            Set<String> states = new HashSet<>(as("monitor").queryParam("programmeState", "INTAKE").queryParam("limit", 200)
                    .get(PATIENTS).then().statusCode(200).extract().<java.util.List<String>>path("items.programmeState"));

            assertThat(states).containsExactly("INTAKE");
        }
    }

    @Nested
    class Changing {

        @Test
        void needsTheVersionThatWasRead() {
            UUID patient = Api.aRegisteredPatient();
            String path = PATIENTS + "/" + patient;

            as("therapist").body(PatientExamples.CHANGE).patch(path).then().statusCode(428);
            as("therapist").header("If-Match", "\"7\"").body(PatientExamples.CHANGE).patch(path).then().statusCode(412);
            as("therapist").header("If-Match", "\"0\"").body(PatientExamples.CHANGE).patch(path).then().statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("contact.phone", equalTo("+1 555 0142"))
                    .body("name.family", equalTo("Rivera"));
        }

        @Test
        void tellsAgainWhoWasCorrected() {
            UUID patient = Api.aRegisteredPatient();
            for (String change : List.of("{\"language\": \"de\"}", "{\"birthDate\": \"1961-05-14\"}", "{\"sexAtBirth\": \"male\"}", "{\"language\": \"en\"}")) {
                as("therapist").header("If-Match", "*").body(change).patch(PATIENTS + "/" + patient).then().statusCode(200);
            }

            Events.await("patient.events.v1", fact -> patient.toString().equals(fact.key()) && fact.data().contains("\"male\""));
            List<JsonNode> told = Events.on("patient.events.v1").stream()
                    .filter(fact -> patient.toString().equals(fact.key()) && fact.type().equals("patient.registered.v1")).map(Events.Published::json).toList();
            assertThat(told).extracting(fact -> fact.get("birthYear").asInt()).containsExactly(1992, 1961, 1961);
            assertThat(told).extracting(fact -> fact.get("revision").asLong()).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void doesNotMakeAMinorOfAnAdult() {
            UUID patient = Api.aRegisteredPatient();
            String minor = "{\"birthDate\": \"" + LocalDate.now(ZoneOffset.UTC).minusYears(10) + "\"}";

            as("therapist").header("If-Match", "\"0\"").body(minor).patch(PATIENTS + "/" + patient).then()
                    .statusCode(422).body("code", equalTo("patient-minor"));
        }
    }
}
