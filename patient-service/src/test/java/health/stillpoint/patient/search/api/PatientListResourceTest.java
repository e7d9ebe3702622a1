package health.stillpoint.patient.search.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.patients.api.PatientExamples;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class PatientListResourceTest {

    private static UUID named(String family, String given) {
        return Api.id(as("therapist").body(PatientExamples.REGISTER
                        .replaceFirst("\"Rivera\"", "\"" + family + "\"").replaceFirst("\"Alex\"", "\"" + given + "\""))
                .post(PATIENTS).then().statusCode(201));
    }

    private static List<String> found(Object... query) {
        return foundIn("harbor", query);
    }

    private static List<String> foundIn(String clinic, Object... query) {
        var request = as("monitor", clinic);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam((String) query[i], query[i + 1]);
        }
        return request.get(PATIENTS).then().statusCode(200).extract().path("items.id");
    }

    @Nested
    class ByName {

        @ParameterizedTest(name = "{2} finds {0}, {1}")
        @CsvSource({
            "Quistgaardsen, Ottilie, quistgaardsen",
            "Grzeszczykowa, Bolesława, grzeszczikowa",
            "Etxeberría-Ñuñez, Iñaki, etxeberria nunez",
            "Øxenbjergård, Åse, oxenbjergard",
            "Wolkenkratzer, Ulrikeanna, wolkenkr",
            "Papadimoulis, Vassiliki, vassilikki papadimulis",
            "Tschernyschow, Anastasija, ANASTASIJA TSCHERNYSCHOW"
        })
        void forgivesSpellingAccentsCaseOrderAndWhatIsNotTypedYet(String family, String given, String text) {
            UUID patient = named(family, given);

            assertThat(found("text", text)).contains(patient.toString());
            assertThat(foundIn("meadow", "text", text)).doesNotContain(patient.toString());
        }

        @Test
        void namesTheBestMatchFirstAndSaysHowGoodItIs() {
            UUID alike = named("Zwirnbeckel", "Ann");
            UUID same = named("Zwirnbecker", "Ann");

            JsonPath page = as("monitor").queryParam("text", "zwirnbecker").get(PATIENTS).then().statusCode(200)
                    .extract().jsonPath();

            assertThat(page.getList("items.id")).containsExactly(same.toString(), alike.toString());
            assertThat(page.getDouble("items[0].nameMatch")).isEqualTo(1);
            assertThat(page.getDouble("items[1].nameMatch")).isBetween(0.3, 0.99);
            assertThat(page.getString("items[1].nameMatch")).matches("0\\.[0-9]{1,2}");
        }

        @Test
        void wantsEveryWordOfTheText() {
            UUID both = named("Fjellstrand", "Kunigunde");
            named("Fjellstrand", "Birgitta");

            assertThat(found("text", "kunigunde fjellstrand")).containsExactly(both.toString());
        }

        @Test
        void listsAPatientOnceWhoBearsTwoLikeWords() {
            UUID patient = named("Xantippe", "Xantippa");

            assertThat(found("text", "xantippo")).containsExactly(patient.toString());
        }

        @ParameterizedTest(name = "page by page: {0}")
        @ValueSource(strings = {"brunnenvogt", "brunnenvogt ann"})
        void goesThroughAllMatchesPageByPage(String text) {
            List<String> named = new ArrayList<>(List.of(named("Brunnenvogt", "Ann").toString(),
                    named("Brunnenvogt", "Anne").toString(), named("Brunnenvogd", "Ann").toString(), named("Brunnenvogd", "Ann").toString()));

            List<String> listed = new ArrayList<>();
            String cursor = "";
            do {
                JsonPath page = as("monitor").queryParam("text", text).queryParam("limit", 1).queryParam("cursor", cursor)
                        .get(PATIENTS).then().statusCode(200).extract().jsonPath();
                listed.addAll(page.getList("items.id"));
                cursor = page.get("next");
            } while (cursor != null);

            assertThat(listed).doesNotHaveDuplicates().containsAll(named);
        }

        @Test
        void followsAChangedNameAndForgetsWordsNobodyIsCalledBy() {
            UUID patient = named("Wuppermann", "Ann");

            as("therapist").header("If-Match", "\"0\"").body("{\"name\": {\"family\": \"Zickendraht\", \"given\": [\"Ann\"]}}")
                    .patch(PATIENTS + "/" + patient).then().statusCode(200);

            assertThat(found("text", "wuppermann")).doesNotContain(patient.toString());
            assertThat(found("text", "zickendraht")).containsExactly(patient.toString());
            assertThat(Database.count("select count(*) from name_trigram where word = 'wuppermann'")).isZero();
            assertThat(Database.count("select count(*) from name_word where word = 'ann' and clinic_id = ?::uuid",
                    Stack.clinic("harbor").toString())).isOne();
        }
    }

    @Nested
    class ByNumber {

        @Test
        void findsAPatientOfThisClinicAlone() {
            String number = UUID.randomUUID().toString();
            UUID patient = Api.id(as("therapist").body(PatientExamples.REGISTER.replaceFirst("\\{",
                            "{\"identifiers\": [{\"system\": \"urn:example:insurance\", \"value\": \"" + number + "\"}],"))
                    .post(PATIENTS).then().statusCode(201));

            assertThat(found("identifier", "urn:example:insurance|" + number)).containsExactly(patient.toString());
            assertThat(found("identifier", number)).containsExactly(patient.toString());
            assertThat(found("identifier", "urn:example:other|" + number)).isEmpty();
            assertThat(foundIn("meadow", "identifier", number)).isEmpty();
        }

        @Test
        void knowsTheClinicsOwnNumber() {
            UUID patient = Api.aRegisteredPatient();
            String number = Api.get("monitor", patient, "").extract().path("identifiers[0].value");

            assertThat(found("identifier", "urn:stillpoint:mrn|" + number)).containsExactly(patient.toString());
            assertThat(found("identifier", number)).containsExactly(patient.toString());
        }

        @Test
        void knowsTheClinicsOwnNumberHoweverItIsTyped() {
            UUID patient = Api.aRegisteredPatient();
            String number = Api.get("monitor", patient, "").extract().path("identifiers[0].value");
            String typed = number.substring(0, 4).toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l') + "-" + number.substring(4);

            assertThat(found("identifier", typed)).containsExactly(patient.toString());
            assertThat(found("identifier", "urn:stillpoint:mrn|" + typed)).containsExactly(patient.toString());
        }
    }

    @Nested
    class ByWhatIsKnown {

        @Test
        void findsByDiagnosisOfTheSignedIntake() {
            UUID patient = Api.aPatientWithSignedIntake();
            String number = Api.get("monitor", patient, "").extract().path("identifiers[0].value");
            String diagnosis = Api.get("therapist", patient, "/intakes").extract().path("items[0].content.primaryDiagnosis.code");

            assertThat(found("identifier", number, "diagnosis", diagnosis)).containsExactly(patient.toString());
            assertThat(found("identifier", number, "diagnosis", "OTHER")).isEmpty();
            assertThat(found("diagnosis", diagnosis)).doesNotContain(Api.aRegisteredPatient().toString());
        }

        @Test
        void findsByAClinicianWhoIsOnTheCareTeamNow() {
            UUID cared = named("Klinikerin", "Jetzt");
            UUID left = named("Klinikerin", "Vorbei");
            UUID clinician = UUID.randomUUID();
            Database.execute("""
                    insert into practitioner (id, clinic_id, version, name, identifiers, qualifications, roles, active_from, created_by)
                    values (?::uuid, ?::uuid, 0, '{"family": "Weber", "given": ["Ida"]}', '[]', '[]', '{THERAPIST}', now(), gen_random_uuid())""",
                    clinician.toString(), Stack.clinic("harbor").toString());
            member(cared, clinician, "null, null");
            member(left, clinician, "now(), 'x'");

            assertThat(found("clinician", clinician)).containsExactly(cared.toString());
            assertThat(found("clinician", clinician, "text", "klinikerin")).containsExactly(cared.toString());
            assertThat(foundIn("meadow", "clinician", clinician)).isEmpty();
        }

        private static void member(UUID patient, UUID clinician, String end) {
            Database.execute("""
                    insert into care_team_member (id, clinic_id, version, patient_id, practitioner_id, role, member_from, added_by,
                            member_to, removed_by)
                    values (gen_random_uuid(), ?::uuid, 0, ?::uuid, ?::uuid, 'THERAPIST', now() - interval '1 day', 'x', %s)"""
                    .formatted(end), Stack.clinic("harbor").toString(), patient.toString(), clinician.toString());
        }

        @Test
        void findsByStateTogetherWithTheName() {
            UUID patient = named("Zustandsfrau", "Eva");
            named("Zustandsfrau", "Lea");
            Api.post("therapist", patient, "/intakes", "{}").statusCode(201);

            assertThat(found("programmeState", "INTAKE", "text", "zustandsfrau")).containsExactly(patient.toString());
            assertThat(found("programmeState", "INTAKE", "text", "eva zustandsfrau")).containsExactly(patient.toString());
        }

        @Test
        void findsByASuicideRiskOfTheLatestScreeningOnly() {
            UUID patient = Api.aPatientWithSignedIntake();
            String number = Api.get("monitor", patient, "").extract().path("identifiers[0].value");

            Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"cssrs\": \"NONE\"", "\"cssrs\": \"MODERATE\""));
            assertThat(found("identifier", number, "riskFlag", "SUICIDE_RISK")).containsExactly(patient.toString());
            assertThat(found("identifier", number, "riskFlag", "RELATIVE_FINDING")).containsExactly(patient.toString());
            assertThat(found("identifier", number, "riskFlag", "EXCLUDING_FINDING")).isEmpty();

            Api.screen(patient, "{\"bloodPressureReadings\": [], \"findings\": []}");
            assertThat(found("identifier", number, "riskFlag", "SUICIDE_RISK")).as("not asked").containsExactly(patient.toString());
            assertThat(found("identifier", number, "riskFlag", "RELATIVE_FINDING")).containsExactly(patient.toString());
            Api.screen(patient, "{\"bloodPressureReadings\": [], \"findings\": [], \"cssrs\": \"NONE\"}");
            assertThat(found("identifier", number, "riskFlag", "SUICIDE_RISK")).as("asked").isEmpty();
            assertThat(found("identifier", number, "riskFlag", "RELATIVE_FINDING")).as("the rest not asked").containsExactly(patient.toString());

            Api.screen(patient, ScreeningExamples.HEALTHY);
            assertThat(found("identifier", number, "riskFlag", "RELATIVE_FINDING")).isEmpty();
        }

        @ParameterizedTest(name = "{0} raises {1} until {2}")
        @CsvSource({
            "session.hold-placed.v1, HOLD, session.hold-cleared.v1, holdId, session.events.v1",
            "outcome.safety-alert-raised.v1, SAFETY_ALERT, outcome.safety-alert-resolved.v1, alertId, outcome.events.v1"
        })
        void findsByWhatOtherServicesRaise(String raised, String flag, String ended, String idField, String topic) {
            UUID patient = Api.aRegisteredPatient();
            String number = Api.get("monitor", patient, "").extract().path("identifiers[0].value");
            UUID source = UUID.randomUUID();
            String data = "{\"patientId\": \"" + patient + "\", \"" + idField + "\": \"" + source + "\", \"code\": \"H_TEST\", \"raisedAt\": \""
                    + ClinicTime.now() + "\"}";

            Events.fact(raised).clinic("harbor").key(patient).data(data).publishTo(topic);
            Eventually.holds(() ->
                    assertThat(found("identifier", number, "riskFlag", flag)).containsExactly(patient.toString()));

            Events.fact(ended).clinic("harbor").key(patient).data(data).publishTo(topic);
            Eventually.holds(() -> assertThat(found("identifier", number, "riskFlag", flag)).isEmpty());
        }
    }

    @Nested
    class Asking {

        @ParameterizedTest(name = "refuses ?{0}")
        @ValueSource(strings = {"programState=INTAKE", "state=INTAKE", "Text=x", "text=a&q=b"})
        void refusesAParameterItDoesNotKnow(String query) {
            as("monitor").urlEncodingEnabled(false).get(PATIENTS + "?" + query).then().statusCode(400).body("code", equalTo("unknown-parameter"));
        }

        @ParameterizedTest(name = "refuses ?{0}")
        @ValueSource(strings = {"programmeState=", "programmeState=INTAK", "diagnosis=FLU", "riskFlag=hold", "clinician=7",
            "text=", "text=--", "text=a%00b", "identifier=", "identifier=urn:x%7C", "text=a&text=b"})
        void refusesAFilterThatSaysNothing(String query) {
            as("monitor").urlEncodingEnabled(false).get(PATIENTS + "?" + query).then().statusCode(400).body("code", equalTo("unusable-filter"))
                    .body("violations.in", contains("query"));
        }

        @Test
        void saysWhatIsWrongWithAText() {
            as("monitor").queryParam("text", "a".repeat(101)).get(PATIENTS).then().statusCode(400)
                    .body("code", equalTo("unusable-filter"))
                    .body("violations.message", contains("must have at most 100 characters"));
            as("monitor").queryParam("text", "--").get(PATIENTS).then().statusCode(400)
                    .body("violations.message", contains("must contain a letter or a digit"));
            as("monitor").queryParam("text", "a".repeat(100)).get(PATIENTS).then().statusCode(200);
        }

        @ParameterizedTest(name = "is not for the {0}")
        @ValueSource(strings = {"patient", "analyst", "auditor", "partner"})
        void isForStaff(String role) {
            as(role).get(PATIENTS).then().statusCode(403);
        }
    }
}
