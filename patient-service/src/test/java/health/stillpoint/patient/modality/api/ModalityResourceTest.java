package health.stillpoint.patient.modality.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ModalityResourceTest {

    private static final String RECOMMENDATION = "/modality-recommendation";

    @Test
    void needsASignedIntake() {
        UUID patient = Api.aRegisteredPatient();

        get("therapist", patient, RECOMMENDATION).statusCode(409).body("code", equalTo("intake-required"));
        post("therapist", patient, RECOMMENDATION + "/confirmations", ModalityExamples.CONFIRM).statusCode(409)
                .body("code", equalTo("intake-required"));
    }

    @Test
    void ordersByScoreAndSaysWhyAndWhatIsBlocked() {
        UUID patient = Api.aPatientWithSignedIntake();

        get("therapist", patient, RECOMMENDATION).statusCode(200)
                .body("recommended.modality", contains("ART", "EXPOSURE", "COGNITIVE", "IFS"))
                .body("recommended.score", contains(3, 3, 3, 2))
                .body("recommended.active", contains(true, true, true, false))
                .body("recommended[1].targets", containsInAnyOrder("SOCIAL_EVALUATION", "PERFORMANCE"))
                .body("blocked.modality", contains("EMDR"))
                .body("blocked[0].blocks", contains("DISSOCIATION_NOT_SCREENED", "SUICIDE_RISK_UNKNOWN", "NOT_STABILIZED"))
                .body("notAskedFor.modality", contains("SOMATIC", "IDENTITY_WORK"))
                .body("confirmation", nullValue());
    }

    @Test
    void opensEmdrOnceScreenedAndStabilized() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);

        post("therapist", patient, RECOMMENDATION + "/stabilization", ModalityExamples.STABILIZED).statusCode(200)
                .body("recommended.modality", contains("EMDR", "ART", "EXPOSURE", "COGNITIVE", "IFS"))
                .body("blocked.size()", equalTo(0));
        post("therapist", patient, RECOMMENDATION + "/stabilization", "{\"done\": false}").statusCode(200)
                .body("blocked[0].blocks", contains("NOT_STABILIZED"));
        get("therapist", patient, RECOMMENDATION + "/evaluations").statusCode(200)
                .body("items.cause", contains("STABILIZATION", "STABILIZATION", "SCREENING_RECORDED", "INTAKE_SIGNED"))
                .body("items[1].recommended", hasItem("EMDR"));
    }

    @Test
    void letsAReviewedDissociativeDisorderPass() {
        UUID patient = Api.aPatientWithSignedIntake();
        post("therapist", patient, RECOMMENDATION + "/stabilization", ModalityExamples.STABILIZED).statusCode(200);
        UUID screening = Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "{\"code\": \"DISSOCIATIVE_DISORDER\", \"state\": \"ABSENT\"}", "{\"code\": \"DISSOCIATIVE_DISORDER\", \"state\": \"PRESENT\"}"));
        get("therapist", patient, RECOMMENDATION).statusCode(200)
                .body("blocked[0].blocks", contains("DISSOCIATIVE_DISORDER_UNREVIEWED"));

        post("prescriber", patient, "/screenings/" + screening + "/clearances",
                "{\"findingCode\": \"DISSOCIATIVE_DISORDER\", \"rationale\": \"reviewed\", \"validForDays\": 30}").statusCode(201);

        get("therapist", patient, RECOMMENDATION).statusCode(200).body("recommended.modality", hasItem("EMDR"));

        Api.screen(patient, ScreeningExamples.HEALTHY);
        get("therapist", patient, RECOMMENDATION).statusCode(200).body("blocked[0].blocks", contains("DISSOCIATIVE_DISORDER_UNREVIEWED"));
    }

    @Test
    void blocksEmdrAfterAnAttemptWithinThreeMonthsWhateverTheScreenerSays() {
        UUID patient = Api.aPatientWithSignedIntake();
        post("therapist", patient, RECOMMENDATION + "/stabilization", ModalityExamples.STABILIZED).statusCode(200);
        LocalDate today = ClinicTime.now().atZone(ZoneOffset.UTC).toLocalDate();
        String attempted = "{\"code\": \"SELF_HARM_RECENT\", \"state\": \"PRESENT\", \"on\": \"%s\"}";
        String noAttempt = "{\"code\": \"SELF_HARM_RECENT\", \"state\": \"ABSENT\"}";

        Api.screen(patient, ScreeningExamples.HEALTHY.replace(noAttempt, attempted.formatted(today.minusMonths(3).plusDays(3))));
        get("therapist", patient, RECOMMENDATION).statusCode(200).body("blocked[0].blocks", contains("SUICIDE_RISK_MODERATE_OR_HIGH"));

        Api.screen(patient, ScreeningExamples.HEALTHY.replace(noAttempt, attempted.formatted(today.minusMonths(3).minusDays(2))));
        get("therapist", patient, RECOMMENDATION).statusCode(200).body("blocked.size()", equalTo(0));
    }

    @Test
    void takesWhatTheTherapistChoosesAndKeepsTheHistory() {
        UUID patient = Api.aPatientWithSignedIntake();
        String confirmations = RECOMMENDATION + "/confirmations";

        post("therapist", patient, confirmations, "{\"modalities\": [\"COGNITIVE\", \"SOMATIC\"]}").statusCode(422)
                .body("code", equalTo("reason-required"));
        post("therapist", patient, confirmations, "{\"modalities\": [\"EMDR\"], \"reason\": \"trauma first\"}").statusCode(409)
                .body("code", equalTo("modality-blocked")).body("blocked[0].modality", equalTo("EMDR"))
                .body("blocked[0].blocks", hasItem("NOT_STABILIZED"));
        post("therapist", patient, confirmations,
                        "{\"modalities\": [\"ART\", \"EXPOSURE\", \"COGNITIVE\", \"IFS\"], \"reason\": \"all\"}").statusCode(422)
                .body("code", equalTo("too-many-modalities")).body("atMost", equalTo(3));
        post("prescriber", patient, confirmations, ModalityExamples.CONFIRM).statusCode(403);

        post("therapist", patient, confirmations, ModalityExamples.CONFIRM).statusCode(201).body("reason", nullValue());
        post("therapist", patient, confirmations, ModalityExamples.CHANGE.replace("wants", "CANARY-wants")).statusCode(201);

        get("prescriber", patient, confirmations).statusCode(200)
                .body("items.modalities", contains(contains("COGNITIVE", "SOMATIC"), contains("ART", "EXPOSURE", "COGNITIVE")));
        get("therapist", patient, RECOMMENDATION).statusCode(200)
                .body("confirmation.modalities", contains("COGNITIVE", "SOMATIC"))
                .body("confirmation.stale", equalTo(false));
    }

    @Test
    void marksAChoiceStaleWhenAScoreChangesTheOrder() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        post("therapist", patient, RECOMMENDATION + "/confirmations", ModalityExamples.CONFIRM).statusCode(201);

        // When
        scored(patient, "BAI", "\"total\": 26");

        // Then
        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION).statusCode(200)
                .body("recommended.modality", contains("ART", "EXPOSURE", "COGNITIVE", "SOMATIC", "IFS"))
                .body("confirmation.stale", equalTo(true)));
        get("therapist", patient, RECOMMENDATION + "/evaluations").body("items[0].cause", equalTo("RESPONSE_SCORED"));
    }

    @Test
    void beginsIdentityWorkWhenThePrimaryEndpointHasImprovedByHalf() {
        UUID patient = Api.aPatientWithSignedIntake();

        scored(patient, "LSAS_SR", "\"total\": 40, \"percentChange\": 51.2");

        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION).body("recommended.modality", hasItem("IDENTITY_WORK")));
    }

    @Test
    void blocksEmdrByAnAlertOfTheSuicideScreenerUntilALaterScreenerSaysLess() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("therapist", patient, RECOMMENDATION + "/stabilization", ModalityExamples.STABILIZED).statusCode(200);
        UUID response = UUID.randomUUID();
        String alert = ", \"alertId\": \"" + UUID.randomUUID() + "\", \"responseId\": \"" + response
                + "\", \"code\": \"CSSRS_MODERATE\", \"raisedAt\": \"" + later() + "\"";

        // When
        about("outcome.safety-alert-raised.v1", patient, alert, "outcome.events.v1");
        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION)
                .body("blocked[0].blocks", contains("SUICIDE_RISK_MODERATE_OR_HIGH")));
        about("outcome.safety-alert-resolved.v1", patient, alert + ", \"resolvedAt\": \"" + later() + "\"", "outcome.events.v1");
        scored(patient, "BAI", "\"total\": 26");

        // Then
        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION).body("recommended.modality", hasItem("SOMATIC"))
                .body("blocked[0].blocks", contains("SUICIDE_RISK_MODERATE_OR_HIGH")));
        scored(patient, ModalityFacts.SUICIDE_SCREEN, "\"total\": 0");
        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION).body("recommended.modality", hasItem("EMDR")));
    }

    @Test
    void isEvaluatedAnewAfterEveryTwoDosingSessions() {
        UUID patient = Api.aPatientWithSignedIntake();

        for (int dose = 1; dose <= 3; dose++) {
            dosed(patient);
        }

        Eventually.holds(() -> assertThat(Database.count(
                "select count(*) from jsonb_object_keys((select history -> 'doses' from dosing_history where id = ?::uuid))",
                patient.toString())).isEqualTo(3));
        get("therapist", patient, RECOMMENDATION + "/evaluations").body("items.cause", contains("DOSES_GIVEN", "INTAKE_SIGNED"));
        dosed(patient);
        Eventually.holds(() -> get("therapist", patient, RECOMMENDATION + "/evaluations")
                .body("items.cause", contains("DOSES_GIVEN", "DOSES_GIVEN", "INTAKE_SIGNED")));
    }

    @Test
    void doesNotExistForAnotherClinic() {
        UUID patient = Api.aPatientWithSignedIntake();
        String path = PATIENTS + "/" + patient + RECOMMENDATION;

        as("therapist", "meadow").get(path).then().statusCode(404);
        as("therapist", "meadow").get(path + "/evaluations").then().statusCode(404);
        as("therapist", "meadow").get(path + "/confirmations").then().statusCode(404);
        as("therapist", "meadow").body(ModalityExamples.CONFIRM).post(path + "/confirmations").then().statusCode(404);
        as("therapist", "meadow").body(ModalityExamples.STABILIZED).post(path + "/stabilization").then().statusCode(404);
    }

    private static void scored(UUID patient, String instrument, String result) {
        about("outcome.response-scored.v1", patient, ", \"responseId\": \"" + UUID.randomUUID() + "\", \"timePoint\": \"WEEKLY\", \"instrument\": \"" + instrument
                + "\", \"status\": \"SCORED\", " + result + ", \"changeStatus\": [], \"answeredAt\": \"" + later() + "\"",
                "outcome.events.v1");
    }

    private static void dosed(UUID patient) {
        about("session.dose-administered.v1", patient, ", \"doseId\": \"" + UUID.randomUUID() + "\", \"sessionId\": \""
                + UUID.randomUUID() + "\", \"route\": \"IM\", \"administrationEndedAt\": \"" + later() + "\"", "session.events.v1");
    }

    private static Instant later() {
        return ClinicTime.now().plusSeconds(1);
    }

    private static void about(String type, UUID patient, String more, String topic) {
        Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\"" + more + "}").publishTo(topic);
    }
}
