package health.stillpoint.patient.patients.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.merge.api.MergeExamples;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class IdentifierResourceTest {

    private static final String INSURANCE = "urn:example:insurance";

    /** A number nobody has. */
    private static String number() {
        return "K-" + UUID.randomUUID();
    }

    private static ValidatableResponse change(String clinic, UUID patient, String path, String body) {
        String seen = as("monitor").get(PATIENTS + "/" + patient).header("ETag");
        return as("clinic-admin", clinic).header("If-Match", seen).body(body).post(PATIENTS + "/" + patient + "/identifiers" + path).then();
    }

    private static ValidatableResponse add(UUID patient, String value) {
        return change("harbor", patient, "", PatientExamples.IDENTIFIER.replace("CA-771204", value));
    }

    private static ValidatableResponse end(UUID patient, String value, String reason) {
        return change("harbor", patient, "/end",
                PatientExamples.IDENTIFIER_END.replace("CA-771204", value).replace("OUT_OF_USE", reason));
    }

    private static List<String> foundBy(String clinic, String value) {
        return as("monitor", clinic).queryParam("identifier", INSURANCE + "|" + value).get(PATIENTS).then().statusCode(200)
                .extract().path("items.id");
    }

    @Test
    void makesAPatientKnownByAFurtherNumber() {
        UUID patient = Api.aRegisteredPatient();
        String number = number();

        add(patient, number).statusCode(200).header("ETag", equalTo("\"1\""))
                .header("Link", containsString("/duplicates>; rel=\"related\"")).body("identifiers.value", hasItem(number));
        add(patient, number).statusCode(200).body("version", equalTo(1)).body("identifiers", hasSize(2));

        assertThat(foundBy("harbor", number)).containsExactly(patient.toString());
        assertThat(foundBy("meadow", number)).isEmpty();
    }

    @Test
    void refusesTheNumberOfAnotherPatientAndOneOfTheClinicsOwn() {
        UUID patient = Api.aRegisteredPatient();
        UUID other = Api.aRegisteredPatient();
        String number = number();
        add(other, number).statusCode(200);

        add(patient, number).statusCode(409).body("code", equalTo("identifier-taken"));
        change("harbor", patient, "", "{\"system\": \"URN:stillpoint:mrn\", \"value\": \"1\"}").statusCode(422);
        change("harbor", patient, "/end", "{\"system\": \"urn:stillpoint:mrn\", \"value\": \"1\", \"reason\": \"OUT_OF_USE\"}")
                .statusCode(422);
        get("monitor", patient, "").body("identifiers", hasSize(1));
    }

    @Test
    void betraysASecondRecordOfTheSamePersonByTheNumberOfOneGiverAlone() {
        UUID patient = Api.id(as("therapist").body(PatientExamples.REGISTER.replace("Rivera", "Quastenflosser").replace("1992-05-14", "1961-02-03")
                .replace("0100", "3310071").replace("alex.rivera", "q1")).post(PATIENTS).then().statusCode(201));
        UUID other = Api.id(as("therapist").body(PatientExamples.REGISTER.replace("Rivera", "Nacktmull").replace("Alex", "Ole")
                .replace("1992-05-14", "1961-02-03").replace("0100", "3310072").replace("alex.rivera", "q2")).post(PATIENTS).then().statusCode(201));
        String number = number();
        add(patient, number).statusCode(200);

        change("harbor", other, "", "{\"system\": \"urn:example:another\", \"value\": \"" + number + "\"}").statusCode(200);
        get("therapist", other, "/duplicates").body("items.patientId", not(hasItem(patient.toString())));

        add(other, number.toLowerCase(java.util.Locale.ROOT)).statusCode(200);
        get("therapist", other, "/duplicates").body("items.patientId", hasItem(patient.toString()))
                .body("items.find { it.patientId == '" + patient + "' }.reasons.code", hasItem("SAME_IDENTIFIER"));
    }

    @Test
    void aNumberOutOfUseStillFindsThePatientAndIsNobodyElses() {
        UUID patient = Api.aRegisteredPatient();
        UUID other = Api.aRegisteredPatient();
        String number = number();
        add(patient, number).statusCode(200);

        end(patient, number, "OUT_OF_USE").statusCode(200).body("identifiers.value", not(hasItem(number)));

        assertThat(foundBy("harbor", number)).containsExactly(patient.toString());
        add(other, number).statusCode(409).body("code", equalTo("identifier-taken"));
        get("monitor", patient, "/identifiers/former").statusCode(200).body("items.value", contains(number))
                .body("items.reason", contains("OUT_OF_USE"));
        end(patient, number, "OUT_OF_USE").statusCode(409).body("code", equalTo("no-such-identifier"));
        add(patient, number).statusCode(200).body("identifiers.value", hasItem(number));
    }

    @Test
    void aNumberEnteredInErrorGoesToWhoseItIs() {
        UUID patient = Api.aRegisteredPatient();
        UUID other = Api.aRegisteredPatient();
        String number = number();
        add(patient, number).statusCode(200);

        end(patient, number, "ENTERED_IN_ERROR").statusCode(200);
        assertThat(foundBy("harbor", number)).isEmpty();
        add(other, number).statusCode(200);

        assertThat(foundBy("harbor", number)).containsExactly(other.toString());
        get("monitor", patient, "/identifiers/former").body("items.reason", contains("ENTERED_IN_ERROR"));
    }

    @Test
    void survivesAMergeAndIsForgottenWithThePerson() {
        UUID patient = Api.aRegisteredPatient();
        UUID duplicate = Api.aRegisteredPatient();
        String own = number();
        String carried = number();
        String former = number();
        add(patient, own).statusCode(200);
        add(duplicate, carried).statusCode(200);
        add(duplicate, former).statusCode(200);
        end(duplicate, former, "OUT_OF_USE").statusCode(200);
        as("clinic-admin").header("If-Match", as("monitor").get(PATIENTS + "/" + patient).header("ETag"))
                .body(MergeExamples.MERGE.replaceFirst("0197a100-0000-7000-8000-000000000002", duplicate.toString()))
                .post(PATIENTS + "/" + patient + "/merge").then().statusCode(200);

        get("monitor", patient, "/identifiers/former").body("items.value", contains(former));
        assertThat(foundBy("harbor", former)).containsExactly(patient.toString());
        add(patient, former).statusCode(200);
        end(patient, carried, "ENTERED_IN_ERROR").statusCode(200);
        assertThat(foundBy("harbor", carried)).isEmpty();

        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);
        get("monitor", patient, "/identifiers/former").statusCode(200).body("items", empty());
        for (String number : List.of(own, carried, former)) {
            assertThat(Database.count("""
                    select (select count(*) from patient_identifier where value = ?) + (select count(*) from former_identifier where value = ?)""",
                    number, number)).isZero();
        }
        as("clinic-admin").header("If-Match", "*").body(PatientExamples.IDENTIFIER).post(PATIENTS + "/" + patient + "/identifiers").then()
                .statusCode(not(200));
    }

    @Test
    void isForStaffOfTheClinicWhoHaveSeenThePresentRecord() {
        UUID patient = Api.aRegisteredPatient();
        String body = PatientExamples.IDENTIFIER.replace("CA-771204", number());

        change("meadow", patient, "", body).statusCode(404);
        change("meadow", patient, "/end", PatientExamples.IDENTIFIER_END).statusCode(404);
        as("monitor", "meadow").get(PATIENTS + "/" + patient + "/identifiers/former").then().statusCode(404);
        post("monitor", patient, "/identifiers", body).statusCode(403);
        post("therapist", patient, "/identifiers", body).statusCode(428);
        as("therapist").header("If-Match", "\"7\"").body(body).post(PATIENTS + "/" + patient + "/identifiers").then().statusCode(412);
        as("therapist").header("If-Match", "\"7\"").body(PatientExamples.IDENTIFIER_END)
                .post(PATIENTS + "/" + patient + "/identifiers/end").then().statusCode(412);
    }
}
