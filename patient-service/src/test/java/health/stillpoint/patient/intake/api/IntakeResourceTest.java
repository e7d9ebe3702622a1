package health.stillpoint.patient.intake.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.id;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class IntakeResourceTest {

    private static final String CANARY = IntakeExamples.DRAFT.replace("the lookout", "CANARY-part");

    @Test
    void isDraftedEditedAndSignedAndThenNeverChanged() {
        // Given
        UUID patient = Api.aRegisteredPatient();
        UUID intake = id(post("therapist", patient, "/intakes", "{\"fearOfLosingControl\": 3}").statusCode(201)
                .body("status", equalTo("DRAFT")).body("number", equalTo(1)).body("diagnosis", nullValue()));
        String path = PATIENTS + "/" + patient + "/intakes/" + intake;
        assertThat(programmeState(patient)).isEqualTo("INTAKE");

        // When
        Api.signIntake(patient, intake, 0).statusCode(409)
                .body("code", equalTo("intake-incomplete")).body("missing", hasItem("primaryDiagnosis"));
        as("therapist").body(CANARY).put(path).then().statusCode(428);
        as("therapist").header("If-Match", "\"0\"").body(CANARY).put(path).then().statusCode(200)
                .header("ETag", "\"1\"").body("content.protectiveParts[0].name", equalTo("CANARY-part"));
        as("therapist").header("If-Match", "\"0\"").body(CANARY).put(path).then().statusCode(412);
        post("therapist", patient, "/intakes/" + intake + "/sign", "").statusCode(428);
        Api.signIntake(patient, intake, 0).statusCode(412);
        Api.signIntake(patient, intake, 1).statusCode(200)
                .body("status", equalTo("SIGNED")).body("dominantNature", contains("COGNITIVE"))
                .body("diagnosis.icd10", equalTo("F40.10")).body("diagnosis.snomed", equalTo("25501002"))
                .body("diagnosis.evidence", equalTo("B"));

        // Then
        as("therapist").header("If-Match", "\"2\"").body(CANARY).put(path).then().statusCode(409)
                .body("code", equalTo("intake-signed"));
        Api.signIntake(patient, intake, 2).statusCode(409).body("code", equalTo("intake-signed"));
        assertThat(programmeState(patient)).isEqualTo("SCREENING");
    }

    @Test
    void isSignedAsItWasReadWhateverElseIsWrittenOfThePatientMeanwhile() throws Exception {
        // Given
        UUID patient = Api.aPatientReadyForReview();
        UUID intake = id(post("therapist", patient, "/intakes", CANARY).statusCode(201));

        // When
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                others.submit(() -> post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION));
            }
            Future<Integer> signed = others.submit(() -> Api.signIntake(patient, intake, 0).extract().statusCode());

            // Then
            assertThat(signed.get()).isEqualTo(200);
        }
    }

    @Test
    void isNotSignedWithWhatContradictsItself() {
        UUID patient = Api.aRegisteredPatient();
        UUID intake = id(post("therapist", patient, "/intakes",
                IntakeExamples.DRAFT.replace("F40.10", "F40.231").replace("\"total\": 82", "\"total\": 999")).statusCode(201));

        Api.signIntake(patient, intake, 0).statusCode(409).body("code", equalTo("intake-contradictory"))
                .body("parts", contains("primaryDiagnosis.icd10", "severity.primaryEndpoint.total"));
    }

    @Test
    void isCorrectedByANewVersion() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("prescriber", patient, "/intakes", CANARY).statusCode(201).body("number", equalTo(2));
        post("prescriber", patient, "/intakes", CANARY).statusCode(409).body("code", equalTo("intake-draft-open"));

        get("therapist", patient, "/intakes").statusCode(200).body("items.number", contains(2, 1));
    }

    @Test
    void isNotChangedOnceSignedEvenBehindTheServicesBack() {
        UUID patient = Api.aPatientWithSignedIntake();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Database.execute(
                        "update intake set content = '{}' where patient_id = ?::uuid", patient.toString())))
                .hasStackTraceContaining("A signed intake is never changed");
    }

    @Test
    void refusesValuesOutsideTheirRange() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/intakes", "{\"fearOfLosingControl\": 11}").statusCode(422)
                .body("violations[0].field", equalTo("fearOfLosingControl"));
    }

    @Test
    void isNotFoundBelowAnotherPatient() {
        UUID patient = Api.aRegisteredPatient();
        UUID intake = id(post("therapist", patient, "/intakes", CANARY).statusCode(201));

        get("therapist", Api.aRegisteredPatient(), "/intakes/" + intake).statusCode(404);
        get("therapist", UUID.randomUUID(), "/intakes").statusCode(404);
    }

    @Test
    void isWrittenByCliniciansOnly() {
        UUID patient = Api.aRegisteredPatient();

        post("monitor", patient, "/intakes", CANARY).statusCode(403);
        post("clinic-admin", patient, "/intakes", CANARY).statusCode(403);
    }
}
