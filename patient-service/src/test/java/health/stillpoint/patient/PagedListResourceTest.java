package health.stillpoint.patient;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.id;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.intake.api.IntakeExamples;
import health.stillpoint.patient.merge.api.MergeExamples;
import health.stillpoint.patient.modality.api.ModalityExamples;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import health.stillpoint.patient.treatment.api.TreatmentExamples;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every list below a patient's record is read page by page, and a cursor is good for its list alone. */
@ServiceTest
class PagedListResourceTest {

    private static final int AT_ONCE = 2;

    /** What all pages hold under a name, and each page no more than it may. */
    private static List<String> allOf(UUID patient, String path, String name) {
        List<String> all = new ArrayList<>();
        String next = PATIENTS + "/" + patient + path + "?limit=" + AT_ONCE;
        while (next != null) {
            Response page = as("therapist").urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            assertThat(page.jsonPath().getList("items")).hasSizeBetween(1, AT_ONCE);
            all.addAll(page.jsonPath().getList("items." + name));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.jsonPath().get("next") == null);
            next = link == null ? null : URI.create(next).resolve(link.substring(1, link.indexOf('>'))).toString();
        }
        assertThat(all).hasSizeGreaterThan(AT_ONCE);
        return all;
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    @Nested
    class PageByPage {

        @Test
        void intakesNewestFirst() {
            UUID patient = Api.aRegisteredPatient();
            List<String> signed = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                UUID draft = id(post("therapist", patient, "/intakes", IntakeExamples.DRAFT).statusCode(201));
                Api.signIntake(patient, draft, 0).statusCode(200);
                signed.add(draft.toString());
            }

            assertThat(allOf(patient, "/intakes", "id")).isEqualTo(reversed(signed));
        }

        @Test
        void priorTreatmentsInTheOrderTheyWereRecorded() {
            UUID patient = Api.aRegisteredPatient();
            List<String> recorded = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                recorded.add(id(post("therapist", patient, "/prior-treatments", TreatmentExamples.CBT).statusCode(201)).toString());
            }

            assertThat(allOf(patient, "/prior-treatments", "id")).isEqualTo(recorded);
        }

        @Test
        void screeningsByTheTimeTheyWerePerformed() {
            UUID patient = Api.aRegisteredPatient();
            List<String> performed = new ArrayList<>();
            Instant now = ClinicTime.now().truncatedTo(ChronoUnit.MINUTES);
            for (int minutes : List.of(10, 40, 20, 40, 30)) {
                String at = now.minus(minutes, ChronoUnit.MINUTES).toString();
                performed.add(Api.screen(patient, ScreeningExamples.HEALTHY.replaceFirst("\\{", "{\"performedAt\": \"" + at + "\",")).toString());
            }

            assertThat(allOf(patient, "/screenings", "id")).isEqualTo(List.of(performed.get(0), performed.get(2), performed.get(4),
                    performed.get(3), performed.get(1)));
        }

        @Test
        void decisionsAndConsentsNewestFirst() {
            UUID patient = Api.aPatientReadyForReview();
            List<String> decisions = new ArrayList<>();
            List<String> consents = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                decisions.add(id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)).toString());
                consents.add(id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201)).toString());
            }

            assertThat(allOf(patient, "/candidacy-decisions", "id")).isEqualTo(reversed(decisions));
            assertThat(allOf(patient, "/consents", "id")).isEqualTo(reversed(consents));
        }

        @Test
        void choicesAndEvaluationsOfTherapiesNewestFirst() {
            UUID patient = Api.aPatientWithSignedIntake();
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                chosen.add(id(post("therapist", patient, "/modality-recommendation/confirmations", ModalityExamples.CONFIRM)
                        .statusCode(201)).toString());
                post("therapist", patient, "/modality-recommendation/stabilization", "{\"done\": " + (i % 2 == 0) + "}").statusCode(200);
            }

            assertThat(allOf(patient, "/modality-recommendation/confirmations", "id")).isEqualTo(reversed(chosen));
            assertThat(allOf(patient, "/modality-recommendation/evaluations", "cause"))
                    .containsExactly("STABILIZATION", "STABILIZATION", "STABILIZATION", "INTAKE_SIGNED");
        }

        @Test
        void mergesAndPlacesInTheTeamOldestFirst() {
            UUID patient = Api.aRegisteredPatient();
            List<String> merged = new ArrayList<>();
            List<String> placed = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                UUID duplicate = Api.aRegisteredPatient();
                as("clinic-admin").header("If-Match", as("monitor").get(PATIENTS + "/" + patient).header("ETag"))
                        .body(MergeExamples.MERGE.replaceFirst("0197a100-0000-7000-8000-000000000002", duplicate.toString()))
                        .post(PATIENTS + "/" + patient + "/merge").then().statusCode(200);
                merged.add(duplicate.toString());
                UUID therapist = Staff.added("THERAPIST");
                as("clinic-admin").header("If-Match", as("monitor").get(PATIENTS + "/" + patient + "/care-team").header("ETag"))
                        .body("{\"members\": [{\"practitionerId\": \"" + therapist + "\", \"role\": \"THERAPIST\"}]}")
                        .put(PATIENTS + "/" + patient + "/care-team").then().statusCode(200);
                placed.add(therapist.toString());
            }

            assertThat(allOf(patient, "/merges", "mergedPatientId")).isEqualTo(merged);
            assertThat(allOf(patient, "/care-team/history", "practitionerId")).isEqualTo(placed);
        }
    }

    @Nested
    class Cursor {

        private static String of(UUID patient, String path) {
            for (int i = 0; i < 2; i++) {
                post("therapist", patient, path, path.equals("/consents") ? ConsentExamples.PARTNER_SHARING : TreatmentExamples.CBT)
                        .statusCode(201);
            }
            return as("therapist").queryParam("limit", 1).get(PATIENTS + "/" + patient + path).then().statusCode(200)
                    .body("next", notNullValue()).extract().path("next");
        }

        private static void refused(String clinic, UUID patient, String path, String cursor) {
            as("therapist", clinic).queryParam("cursor", cursor).get(PATIENTS + "/" + patient + path).then()
                    .statusCode(400).body("code", equalTo("invalid-cursor"));
        }

        @Test
        void ofAnotherPatientOrListIsRefused() {
            UUID patient = Api.aRegisteredPatient();
            UUID other = Api.aRegisteredPatient();
            String consents = of(patient, "/consents");

            refused("harbor", other, "/consents", consents);
            refused("harbor", patient, "/prior-treatments", consents);
            refused("harbor", patient, "/prior-treatments", of(other, "/prior-treatments"));
            get("therapist", patient, "/consents?cursor=" + consents).statusCode(200);
        }

        @Test
        void ofAnotherClinicReadsNothing() {
            UUID patient = Api.aRegisteredPatient();
            String cursor = of(patient, "/consents");

            refused("meadow", patient, "/consents", cursor);
            as("therapist", "meadow").queryParam("limit", 1).get(PATIENTS + "/" + patient + "/consents").then().statusCode(404);
        }

        @Test
        void holdsForItsFiltersWhateverTheLimit() {
            Api.aRegisteredPatient();
            Api.aRegisteredPatient();
            JsonPath plain = as("monitor").queryParam("limit", 1).get(PATIENTS).then().statusCode(200).extract().jsonPath();
            JsonPath text = as("monitor").queryParam("limit", 1).queryParam("text", "rivera").get(PATIENTS).then().statusCode(200)
                    .body("next", notNullValue()).extract().jsonPath();

            as("monitor").queryParam("text", "rivera").queryParam("cursor", plain.getString("next")).get(PATIENTS).then()
                    .statusCode(400).body("code", equalTo("invalid-cursor"));
            as("monitor").queryParam("cursor", text.getString("next")).get(PATIENTS).then()
                    .statusCode(400).body("code", equalTo("invalid-cursor"));
            as("monitor").queryParam("text", "riveros").queryParam("cursor", text.getString("next")).get(PATIENTS).then()
                    .statusCode(400).body("code", equalTo("invalid-cursor"));
            as("monitor").queryParam("cursor", text.getString("next")).queryParam("text", "rivera").queryParam("limit", 3)
                    .get(PATIENTS).then().statusCode(200);
        }

        @Test
        void refusesALimitOutsideItsRange() {
            UUID patient = Api.aRegisteredPatient();

            for (int limit : List.of(0, 201)) {
                as("therapist").queryParam("limit", limit).get(PATIENTS + "/" + patient + "/screenings").then()
                        .statusCode(400).body("code", equalTo("invalid-limit"));
            }
        }
    }
}
