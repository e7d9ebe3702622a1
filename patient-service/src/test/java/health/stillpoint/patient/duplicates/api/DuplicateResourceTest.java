package health.stillpoint.patient.duplicates.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.patients.api.PatientExamples;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class DuplicateResourceTest {

    private static UUID person(String clinic, String family, String given, String born, String phone, String email) {
        return Api.id(as("therapist", clinic).body(PatientExamples.REGISTER.replaceFirst("\"Rivera\"", "\"" + family + "\"")
                        .replaceFirst("\"Alex\"", "\"" + given + "\"").replaceFirst("1992-05-14", born)
                        .replaceFirst("\\+1 555 0100", phone).replaceFirst("alex\\.rivera@example\\.org", email))
                .post(PATIENTS).then().statusCode(201));
    }

    private static JsonPath duplicates(UUID patient) {
        return get("therapist", patient, "/duplicates").statusCode(200).extract().jsonPath();
    }

    @Test
    void findsEveryWayInWhichAPersonIsRegisteredTwiceWithItsReasons() {
        UUID patient = person("harbor", "Dopplmayr", "Leontine", "1971-03-08", "+43 1 4711001", "leo@dopplmayr.example");
        UUID misspelled = person("harbor", "Doplmayr", "Leontina", "1971-03-08", "+43 1 4711002", "a@a.example");
        UUID transposed = person("harbor", "Dopplmayr", "Léontine", "1971-08-03", "+43 1 4711003", "b@a.example");
        UUID swapped = person("harbor", "Leontine", "Dopplmayr", "1971-03-08", "0043 1 4711004", "c@a.example");
        UUID reached = person("harbor", "Huber", "Leontine", "1970-01-01", "+43-1-4711001", "LEO@dopplmayr.example");
        UUID stranger = person("harbor", "Novotny", "Karl", "1971-03-08", "+43 1 4711005", "d@a.example");
        UUID elsewhere = person("meadow", "Dopplmayr", "Leontine", "1971-03-08", "+43 1 4711001", "leo@dopplmayr.example");

        JsonPath found = duplicates(patient);

        assertThat(found.<String>getList("items.patientId")).contains(misspelled.toString(), transposed.toString(), swapped.toString())
                .doesNotContain(patient.toString(), stranger.toString(), elsewhere.toString(), reached.toString());
        assertThat(reasons(found, misspelled)).containsExactly("SAME_BIRTH_DATE", "SIMILAR_NAME");
        assertThat(reasons(found, transposed)).containsExactly("BIRTH_DATE_TRANSPOSED", "SIMILAR_NAME");
        assertThat(reasons(found, swapped)).containsExactly("SAME_BIRTH_DATE", "SIMILAR_NAME", "NAME_PARTS_SWAPPED");
        assertThat(found.<Float>getList("items.score")).isSortedAccordingTo((one, other) -> Float.compare(other, one));
        assertThat(duplicates(reached).<String>getList("items.patientId")).doesNotContain(elsewhere.toString());
    }

    private static List<String> reasons(JsonPath found, UUID patient) {
        return found.param("patient", patient.toString()).getList("items.find { it.patientId == patient }.reasons.code");
    }

    @Test
    void isForStaffOfTheClinicAlone() {
        UUID patient = Api.aRegisteredPatient();

        as("therapist", "meadow").get(PATIENTS + "/" + patient + "/duplicates").then().statusCode(404);
        for (String role : List.of("monitor", "patient", "analyst", "auditor", "partner")) {
            get(role, patient, "/duplicates").statusCode(403);
        }
    }
}
