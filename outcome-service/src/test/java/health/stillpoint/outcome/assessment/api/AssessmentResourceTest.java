package health.stillpoint.outcome.assessment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ServiceTest
class AssessmentResourceTest {

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @Nested
    class TheBaseline {

        @Test
        void isOpenedOnceHoweverOftenConsentIsHeard() {
            // Given
            UUID patient = UUID.randomUUID();
            steps.intakeSigned(patient, "GAD");
            Events.Draft consent = steps.consentGranted(patient, "TREATMENT", OutcomeSteps.now());

            // When
            consent.publishTo(OutcomeSteps.PATIENT_FACTS);
            steps.consentGranted(patient, "TREATMENT", OutcomeSteps.now());
            steps.consentGranted(patient, "RESEARCH", OutcomeSteps.now());

            // Then
            steps.awaitAssessment(patient, "BASELINE");
            awaitAllHeard(patient);
            assertThat(assessmentsOf(patient)).isEqualTo(1);
        }

        @Test
        void waitsForTheDiagnosisWhenConsentComesFirst() {
            // Given
            UUID patient = UUID.randomUUID();
            steps.consentGranted(patient, "TREATMENT", OutcomeSteps.now());

            // When
            steps.intakeSigned(patient, "SPECIFIC_PHOBIA");

            // Then
            UUID baseline = steps.awaitAssessment(patient, "BASELINE");
            steps.as("therapist")
                    .get("/api/v1/assessments/{id}", baseline)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"0\""))
                    .body("instruments.code",
                            contains("APA_SEV_SPECIFIC_PHOBIA", "GAD7", "PHQ9", "OASIS", "CSSRS_SCREEN"));
        }

        @Test
        void isNotOpenedByAnotherConsent() {
            UUID patient = UUID.randomUUID();
            steps.intakeSigned(patient, "GAD");
            steps.consentGranted(patient, "RESEARCH", OutcomeSteps.now());
            awaitAllHeard(patient);
            assertThat(assessmentsOf(patient)).isZero();
        }

        @Test
        void isToldWhenItOpens() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            Events.Published due = Events.await(OutcomeSteps.OWN_FACTS, "outcome.assessment-due.v1", baseline.patient());
            assertThat(due.json().get("assessmentId").asText()).isEqualTo(baseline.assessment().toString());
            assertThat(due.json().has("closesAt")).isFalse();
        }
    }

    @Nested
    class TheDayAfter {

        @Test
        void isPlannedOnceForEachDose() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            UUID first = UUID.randomUUID();
            Instant now = ClinicTime.now();

            // When
            Events.Draft told = steps.doseAdministered(baseline.patient(), first, 1, "PSYCHOLYTIC", now.minusSeconds(60));
            told.publishTo(OutcomeSteps.SESSION_FACTS);
            steps.doseAdministered(baseline.patient(), first, 1, "PSYCHOLYTIC", now.minusSeconds(60));
            steps.doseAdministered(baseline.patient(), UUID.randomUUID(), 2, "PSYCHOLYTIC", now);

            // Then
            Eventually.holds(() -> steps.as("therapist")
                    .get("/api/v1/assessments?patientId={patient}&timePoint=H24", baseline.patient())
                    .then()
                    .body("items", hasSize(2))
                    .body("items.status", contains("DUE", "DUE")));
        }
    }

    @Nested
    class TheList {

        @Test
        void comesInPagesThatMissNothing() {
            // Given
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            Instant now = ClinicTime.now();
            for (int number = 1; number <= 4; number++) {
                steps.doseAdministered(
                        baseline.patient(), UUID.randomUUID(), number, "PSYCHOLYTIC", now.plus(Duration.ofMinutes(number)));
            }
            Eventually.holds(
                    () -> assertThat(assessmentsOf(baseline.patient())).isEqualTo(5));

            // When
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                var page = steps.as("therapist")
                        .get("/api/v1/assessments?patientId={patient}&limit=2&cursor={cursor}", baseline.patient(), cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.id"));
                cursor = page.path("next");
            } while (cursor != null);

            // Then
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        }

        @Test
        void refusesAForeignCursor() {
            steps.as("therapist")
                    .get("/api/v1/assessments?cursor=abc")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }

        @Test
        void showsPatientsTheirOwnOnly() {
            // Given
            OutcomeSteps.Baseline mine = steps.patientWithOpenBaseline("GAD");
            OutcomeSteps.Baseline other = steps.patientWithOpenBaseline("GAD");
            String token = "Bearer " + Tokens.ofPatient(mine.patient(), "harbor");

            // Then
            RestAssured.given().header("Authorization", token)
                    .get("/api/v1/assessments")
                    .then()
                    .statusCode(200)
                    .body("items.patientId", contains(mine.patient().toString()));
            RestAssured.given().header("Authorization", token)
                    .get("/api/v1/assessments?patientId={patient}", other.patient())
                    .then()
                    .statusCode(404);
            RestAssured.given().header("Authorization", token)
                    .get("/api/v1/assessments/{id}", other.assessment())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-such-assessment"));
        }

        @Test
        void showsNothingOfAnotherClinic() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            OutcomeSteps meadow = OutcomeSteps.in("meadow");
            meadow.as("therapist")
                    .get("/api/v1/assessments?patientId={patient}", baseline.patient())
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            meadow.as("therapist").get("/api/v1/assessments/{id}", baseline.assessment()).then().statusCode(404);
            meadow.as("therapist")
                    .get("/api/v1/patients/{id}/trajectory", baseline.patient())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-such-trajectory"));
            meadow.as("therapist")
                    .get("/api/v1/patients/{id}/trajectory.svg", baseline.patient())
                    .then()
                    .statusCode(404);
        }
    }

    /** A fact behind all others of this patient: once it had its effect, the earlier ones had theirs. */
    private void awaitAllHeard(UUID patient) {
        Events.Draft last = Events.fact("patient.intake-signed.v1")
                .key(patient)
                .with("patientId", patient.toString())
                .with("primaryDiagnosis", "AGORAPHOBIA")
                .publishTo(OutcomeSteps.PATIENT_FACTS);
        Eventually.holds(() -> assertThat(Database.count(
                        "select count(*) from inbox where event_id = ?", last.id()))
                .isEqualTo(1));
    }

    private static long assessmentsOf(UUID patient) {
        return Database.count("select count(*) from assessment where patient_id = ?", patient);
    }
}
