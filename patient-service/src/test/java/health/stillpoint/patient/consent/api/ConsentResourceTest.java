package health.stillpoint.patient.consent.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.intake.api.IntakeExamples;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ConsentResourceTest {

    @Test
    void needsAnAcceptedCandidacy() {
        UUID patient = Api.aPatientReadyForReview();

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409)
                .body("code", equalTo("candidacy-required"));
    }

    @Test
    void needsEveryElementAndCapacity() {
        UUID patient = Api.anAcceptedPatient();

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT.replace("\"ESCORT\", ", "")
                        .replace("\"capacityAttested\": true", "\"capacityAttested\": false")).statusCode(422)
                .body("code", equalTo("consent-incomplete"))
                .body("missing", contains("ESCORT", "CAPACITY_ATTESTED"));
    }

    @Test
    void needsTheCurrentText() {
        UUID patient = Api.anAcceptedPatient();

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT.replace("2026-01", "2020-01")).statusCode(422)
                .body("code", equalTo("template-not-current")).body("current", equalTo("2026-01"));
    }

    @Test
    void waitsForTheConversationWithSomeoneWhoExpectsACure() {
        UUID patient = Api.aPatientWithSignedIntake(IntakeExamples.DRAFT
                .replace("\"STRONG_HELP\", \"conversationRecorded\": true", "\"CURE\", \"conversationRecorded\": false"));
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions",
                CandidacyExamples.DECISION).statusCode(201);

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409)
                .body("code", equalTo("expectation-conversation-required"));
    }

    @Test
    void isNotTakenWithinADayOfADose() {
        UUID patient = Api.anAcceptedPatient();
        Events.fact("session.dose-administered.v1").key(patient)
                .data("{\"patientId\": \"" + patient + "\", \"doseId\": \"" + UUID.randomUUID()
                        + "\", \"administrationEndedAt\": \"" + Instant.now().plus(ClinicTime.offset("harbor")) + "\"}")
                .publishTo("session.events.v1");

        Eventually.holds(() -> assertThat(Database.count(
                "select count(*) from programme where id = ?::uuid and facts ->> 'lastDoseEndedAt' is not null",
                patient.toString())).isOne());

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409)
                .body("code", equalTo("too-soon-after-dose"));
    }

    @Test
    void isWithdrawnByThePatientAloneAndStopsTheProgramme() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        String withdraw = PATIENTS + "/" + patient + "/consents/" + consent + "/withdraw";

        asPatient(UUID.randomUUID()).body(ConsentExamples.WITHDRAWAL).post(withdraw).then().statusCode(404);
        asPatient(patient).body(ConsentExamples.WITHDRAWAL.replace("changed", "CANARY-changed")).post(withdraw).then()
                .statusCode(200).body("status", equalTo("WITHDRAWN"));

        assertThat(programmeState(patient)).isEqualTo("STOPPED");
        Events.Published fact = Events.await("patient.events.v1", "patient.consent-withdrawn.v1", patient);
        assertThat(fact.data()).contains("WITHDRAWN").doesNotContain("CANARY");
        asPatient(patient).body(ConsentExamples.WITHDRAWAL).post(withdraw).then().statusCode(409)
                .body("code", equalTo("consent-not-active"));
    }

    @Test
    void isReplacedByANewerOneOfTheSameScope() {
        UUID patient = Api.anAcceptedPatient();
        Api.consent(patient);
        Api.consent(patient);

        get("therapist", patient, "/consents").statusCode(200).body("items.status", contains("ACTIVE", "LAPSED"));
    }

    @Test
    void lapsesWhenTheDiagnosisChanges() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        UUID draft = Api.id(post("therapist", patient, "/intakes", IntakeExamples.DRAFT
                .replace("\"SOCIAL_ANXIETY\"", "\"GAD\"").replace("\"LSAS_SR\"", "\"GAD7\"").replace("82", "15")
                .replace("F40.10", "F41.1")).statusCode(201));

        post("therapist", patient, "/intakes/" + draft + "/sign", "").statusCode(200);

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"));
        assertThat(programmeState(patient)).isEqualTo("CONSENT");
    }

    @Test
    void ofAnotherScopeNeedsNoCandidacy() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201)
                .body("status", equalTo("ACTIVE"));
        assertThat(programmeState(patient)).isEqualTo("REFERRED");
    }

    @Test
    void listsItsTexts() {
        as("therapist").get("/api/v1/consent-templates").then().statusCode(200)
                .body("items.scope", hasItem("TREATMENT")).body("items[0].elements", hasItem("ESCORT"));
    }
}
