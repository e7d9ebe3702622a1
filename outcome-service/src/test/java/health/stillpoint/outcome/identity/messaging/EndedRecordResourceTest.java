package health.stillpoint.outcome.identity.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import health.stillpoint.outcome.identity.Identities;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@ServiceTest
class EndedRecordResourceTest {

    private static final List<Integer> ANXIOUS = List.of(2, 2, 2, 2, 2, 1, 1);

    @Inject
    Identities identities;

    @Inject
    ClinicOperations operations;

    @Inject
    EntityManager database;

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    private static void mergeTold(UUID merged, UUID survivor) {
        for (UUID key : List.of(survivor, merged)) {
            Events.fact("patient.merged.v1").clinic("harbor").key(key).with("patientId", survivor.toString())
                    .with("mergedPatientId", merged.toString()).with("mergedAt", OutcomeSteps.now().toString())
                    .publishTo(OutcomeSteps.PATIENT_FACTS);
        }
    }

    private static void erasureTold(UUID patient) {
        Events.fact("patient.erased.v1").clinic("harbor").key(patient).with("patientId", patient.toString())
                .with("erasedAt", OutcomeSteps.now().toString()).with("keepUntil", "2033-03-01")
                .publishTo(OutcomeSteps.PATIENT_FACTS);
    }

    private void awaitCancelled(UUID assessment) {
        Eventually.holds(() -> steps.as("therapist").get("/api/v1/assessments/{id}", assessment).then()
                .statusCode(200).body("status", equalTo("CANCELLED")));
    }

    private ValidatableResponse alertsOf(UUID patient) {
        return steps.as("monitor").get("/api/v1/safety-alerts?patientId={patient}", patient).then().statusCode(200);
    }

    private UUID dayAfterAPsychedelicDose(UUID patient) {
        Instant ended = ClinicTime.now();
        steps.doseAdministered(patient, UUID.randomUUID(), 1, "PSYCHEDELIC", ended);
        return steps.awaitAssessment(patient, "H24");
    }

    @Test
    void answersForTheOneThatGoesOnAndNoMoreForItself() {
        // Given
        OutcomeSteps.Baseline merged = steps.patientWithOpenBaseline("GAD");
        OutcomeSteps.Baseline survivor = steps.patientWithOpenBaseline("GAD");
        String token = Tokens.ofPatient(merged.patient(), "harbor");
        Map<String, ?> answers = Map.of("instrument", "GAD7", "answers", ANXIOUS);
        steps.answerAs(token, survivor.assessment(), answers).statusCode(404);
        String before = steps.answerAs(token, merged.assessment(), answers).statusCode(201).extract().path("id");

        // When
        mergeTold(merged.patient(), survivor.patient());
        awaitCancelled(merged.assessment());

        // Then
        steps.answerAs(token, merged.assessment(), answers).statusCode(404);
        steps.answer(merged.assessment(), "GAD7", ANXIOUS).statusCode(409).body("code", equalTo("window-closed"));
        String after = steps.answerAs(token, survivor.assessment(), answers).statusCode(201).extract().path("id");
        steps.as("therapist").get("/api/v1/patients/{patient}/trajectory", survivor.patient()).then().statusCode(200)
                .body("series.find { it.instrument == 'GAD7' }.points.responseId", containsInAnyOrder(before, after));
        given().header("Authorization", "Bearer " + token).get("/api/v1/responses/{id}", before).then().statusCode(200);
        given().header("Authorization", "Bearer " + token).get("/api/v1/assessments?status=OPEN").then().statusCode(200)
                .body("items.id", contains(survivor.assessment().toString()));
        given().header("Authorization", "Bearer " + token).get("/api/v1/assessments?status=CANCELLED").then().statusCode(200)
                .body("items.id", contains(merged.assessment().toString()));
    }

    @Test
    void leavesTheCheckAfterItsDoseToTheOneThatGoesOn() {
        // Given
        OutcomeSteps.Baseline merged = steps.patientWithOpenBaseline("GAD");
        UUID dayAfter = dayAfterAPsychedelicDose(merged.patient());
        UUID survivor = UUID.randomUUID();

        // When
        mergeTold(merged.patient(), survivor);
        awaitCancelled(dayAfter);

        // Then
        steps.as("therapist").get("/api/v1/assessments?patientId={patient}&status=DUE", survivor).then()
                .body("items.timePoint", contains("H24")).body("items.patientId", contains(survivor.toString()));
    }

    @Test
    void isNotHeardForItsSilenceWhenItWasErased() {
        // Given
        OutcomeSteps.Baseline erased = steps.patientWithOpenBaseline("GAD");
        OutcomeSteps.Baseline other = steps.patientWithOpenBaseline("GAD");
        UUID dayAfter = dayAfterAPsychedelicDose(erased.patient());
        dayAfterAPsychedelicDose(other.patient());
        erasureTold(erased.patient());
        awaitCancelled(dayAfter);

        // When
        ClinicTime.advance(Duration.ofHours(37));

        // Then
        Eventually.holds(() -> alertsOf(other.patient()).body("items.code", hasItem("H24_MISSED")));
        alertsOf(erased.patient()).body("items.code.findAll { it == 'H24_MISSED' }", empty());
    }

    @Test
    void followsAMergeOfAMerge() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        OutcomeSteps.Baseline last = steps.patientWithOpenBaseline("GAD");

        mergeTold(first, second);
        mergeTold(second, last.patient());

        Eventually.holds(() -> given().header("Authorization", "Bearer " + Tokens.ofPatient(first, "harbor"))
                .get("/api/v1/assessments?timePoint=BASELINE").then().statusCode(200).body("items", hasSize(1)));
    }

    @Test
    void readsThePatientServicesExample() {
        assertThat(ContractChecks.reads(PatientMergedV1.TYPE, PatientMergedV1.class).mergedPatientId()).isNotNull();
    }

    /** Told under two keys, a merge may be read by two readers at the same moment. */
    @Test
    void takesUpAMergeThatTwoReadersReadAtOnce() {
        UUID merged = UUID.randomUUID();
        UUID survivor = UUID.randomUUID();
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> operations.inClinic(Stack.clinic("harbor"), "event", "merge", () -> {
            identities.merged(new PatientId(merged), new PatientId(survivor));
            database.flush();
            taken.countDown();
            Eventually.holds(() -> assertThat(Database.count(
                    "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'"))
                    .isPositive());
            return null;
        }));
        awaited(taken);

        operations.inClinic(Stack.clinic("harbor"), "event", "merge", () -> {
            identities.merged(new PatientId(merged), new PatientId(survivor));
            return null;
        });

        first.join();
        assertThat(Database.count("select count(*) from merged_record where id = ? and survivor_id = ?", merged, survivor)).isOne();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
