package health.stillpoint.patient.candidacy;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suicide screener tells between the visits counts as if a visit had found it. */
@ServiceTest
class SuicideAlertResourceTest {

    @ParameterizedTest
    @CsvSource({"CSSRS_HIGH, SCR_SUICIDE_HIGH", "CSSRS_MODERATE, SCR_SUICIDE_MODERATE"})
    void endsTheAcceptanceAndTheConsent(String alert, String reason) {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);

        // When
        raised(patient, alert, ClinicTime.now());

        // Then
        Eventually.holds(() -> get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains(reason)));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"))
                .body("lapseReasons", contains("NEW_FINDING"));
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"HIGH", "MODERATE"})
    void needsASecondReaderWhenALaterScreeningDoesNotTellOfTheRisk(String risk) {
        // Given
        UUID patient = Api.aPatientReadyForReview();
        raised(patient, "CSSRS_" + risk, ClinicTime.now());
        Eventually.holds(() -> get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("rules.find { it.code == 'SCR_SUICIDE_%s' }.found".formatted(risk), startsWith("C-SSRS alert " + risk + " of ")));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("SCR_SUICIDE_" + risk));

        // When
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("AWAITING_SECOND_READER"))
                .body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_SUICIDE_" + risk));
    }

    @Test
    void endsTheAcceptanceWhenAHighRiskFromBeforeTheScreeningIsHeardOfLate() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);

        raised(patient, "CSSRS_HIGH", ClinicTime.now().minus(Duration.ofDays(1)));

        Eventually.holds(() -> get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].endReasonCodes", contains("NO_LONGER_FOUND_SCR_SUICIDE_HIGH")));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"));
    }

    @Test
    void isAcceptedWithAModerateRiskOnceAPhysicianWhoKnowsOfTheAlertHasClearedIt() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        UUID screening = Api.screen(patient, ScreeningExamples.HEALTHY);
        String clearance = ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "SUICIDE_MODERATE");
        post("prescriber", patient, "/screenings/" + screening + "/clearances", clearance).statusCode(409)
                .body("code", equalTo("no-such-finding"));

        // When
        raised(patient, "CSSRS_MODERATE", ClinicTime.now());
        Eventually.holds(() -> get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("reasonCodes", hasItems("SCR_SUICIDE_MODERATE", "REL_UNCLEARED")));
        post("prescriber", patient, "/screenings/" + screening + "/clearances", clearance).statusCode(201);

        // Then
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED_WITH_CONDITIONS")).body("status", equalTo("IN_FORCE"))
                .body("conditions", hasItems("IN_CLINIC_ONLY", "SAFETY_PLAN"));
    }

    @Test
    void endsTheAcceptanceThatWeighedAModerateRiskClearedBeforeTheAlert() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        UUID screening = Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"cssrs\": \"NONE\"", "\"cssrs\": \"MODERATE\""));
        String clearance = ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "SUICIDE_MODERATE");
        post("prescriber", patient, "/screenings/" + screening + "/clearances", clearance).statusCode(201);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201).body("status", equalTo("IN_FORCE"));
        UUID consent = Api.consent(patient);

        // When
        raised(patient, "CSSRS_MODERATE", ClinicTime.now());

        // Then
        Eventually.holds(() -> get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains("SCR_SUICIDE_MODERATE")));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("REL_UNCLEARED"));
        post("prescriber", patient, "/screenings/" + screening + "/clearances", clearance).statusCode(201);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED_WITH_CONDITIONS")).body("status", equalTo("IN_FORCE"));
    }

    /** A clock may run up to two minutes ahead; what it says is not after an alert of the meantime. */
    @Test
    void overtakesAScreeningWhoseClockRanAhead() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replaceFirst(
                "\\{", "{\"performedAt\": \"" + ClinicTime.now().plus(Duration.ofSeconds(110)) + "\","));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        raised(patient, "CSSRS_HIGH", ClinicTime.now().plus(Duration.ofSeconds(2)));

        Eventually.holds(() -> get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].endReasonCodes", contains("SCR_SUICIDE_HIGH")));
    }

    private static void raised(UUID patient, String code, Instant at) {
        Events.fact("outcome.safety-alert-raised.v1").key(patient)
                .data("{\"patientId\": \"" + patient + "\", \"alertId\": \"" + UUID.randomUUID() + "\", \"responseId\": \""
                        + UUID.randomUUID() + "\", \"instrument\": \"CSSRS_SCREEN\", \"code\": \"" + code
                        + "\", \"severity\": \"RED\", \"raisedAt\": \"" + at + "\"}")
                .publishTo("outcome.events.v1");
    }
}
