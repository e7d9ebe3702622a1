package health.stillpoint.patient.consent.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

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
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ConsentResourceTest {

    @Test
    void saysEveryUnmetConditionAtOnce() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT.replace("\"ESCORT\", ", "")
                        .replace("2026-01", "2019-01")).statusCode(422)
                .body("code", equalTo("template-not-current")).body("current", equalTo("2026-01"))
                .body("reasons.code", contains("template-not-current", "consent-incomplete", "candidacy-required"))
                .body("reasons[1].missing", contains("ESCORT"));
    }

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
    void isNotSignedInThePersonsSteadButWitnessed() {
        UUID patient = Api.anAcceptedPatient();
        String inTheirStead = ConsentExamples.TREATMENT.replace("\"PATIENT\"", "\"LEGAL_REPRESENTATIVE\"");

        post("therapist", patient, "/consents", inTheirStead).statusCode(422).body("code", equalTo("signer-not-patient"))
                .body("violations.field", contains("signer.kind"));
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT.replace("\"capacityAttested\"",
                        "\"witness\": {\"name\": \"Sam Rivera\", \"role\": \"legal representative\"}, \"capacityAttested\"")).statusCode(201)
                .body("witness.role", equalTo("legal representative"));
    }

    @Test
    void isTakenOfNoScopeFromWhomTheLatestScreeningFoundUnableToConsent() {
        UUID patient = Api.anAcceptedPatient();
        Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"NO_CAPACITY\", \"state\": \"ABSENT\"", "\"NO_CAPACITY\", \"state\": \"PRESENT\""));

        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(409)
                .body("code", equalTo("capacity-lacking"));
        Api.screen(patient, "{\"bloodPressureReadings\": [], \"findings\": []}");
        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(409)
                .body("code", equalTo("capacity-lacking"));
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201);
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
    void isNotTakenWhileSedatedNorWithinADayOfADose() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID session = UUID.randomUUID();
        Instant dosed = ClinicTime.now();
        about("session.dose-administered.v1", patient, ", \"doseId\": \"" + UUID.randomUUID() + "\", \"sessionId\": \""
                + session + "\", \"route\": \"IM\", \"administrationEndedAt\": \"" + dosed + "\"");
        Eventually.holds(() -> assertThat(heard(patient, "doses")).isOne());

        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409)
                .body("code", equalTo("not-recovered"));

        // When
        about("session.session-discharged.v1", patient,
                ", \"sessionId\": \"" + session + "\", \"recoveredAt\": \"" + dosed + "\"");
        Eventually.holds(() -> assertThat(heard(patient, "recoveries")).isOne());

        // Then
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409)
                .body("code", equalTo("too-soon-after-dose"));
    }

    @Test
    void isNotTakenInALanguageThePersonIsNotSpokenToInWithoutAnInterpreter() {
        UUID patient = Api.aRegisteredPatient();
        String spanish = ConsentExamples.PARTNER_SHARING.replace("\"en-US\"", "\"es\"");

        post("therapist", patient, "/consents", spanish).statusCode(422).body("code", equalTo("consent-incomplete"))
                .body("missing", contains("INTERPRETER"));
        post("therapist", patient, "/consents", spanish.replaceFirst("\\{", "{\"interpreter\": {\"name\": \"Luz Ortega\"},")).statusCode(201);
    }

    @Test
    void isNotTakenFromWhomeverMayHaveBeenDosedWhileSessionsAreNotHeard() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        Api.sessionsAreHeard();
        Api.consent(patient);
        Database.execute("update knowledge set sent_at = now() - interval '61 seconds' where source = 'session' and partition = 7");

        // When
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("doses-unheard"));
        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(409)
                .body("code", equalTo("doses-unheard"));
        Api.consent(Api.anAcceptedPatient());

        // Then
        Api.sessionsAreHeard();
        Api.consent(patient);
    }

    @Test
    void ofAnyScopeEndsWhenADoseToldLaterShowsThatItWasSignedUnderIt() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        Instant dosed = ClinicTime.now();
        UUID sharing = Api.id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201));
        UUID treatment = Api.consent(patient);

        // When
        about("session.dose-administered.v1", patient, ", \"doseId\": \"" + UUID.randomUUID() + "\", \"sessionId\": \""
                + UUID.randomUUID() + "\", \"route\": \"IM\", \"administrationEndedAt\": \"" + dosed + "\"");

        // Then
        for (UUID consent : List.of(sharing, treatment)) {
            Eventually.holds(() -> get("therapist", patient, "/consents/" + consent).statusCode(200)
                    .body("status", equalTo("LAPSED")).body("lapseReasons", contains("SIGNED_WHILE_SEDATED")));
            assertThat(Events.await("patient.events.v1", fact -> fact.type().equals("patient.consent-withdrawn.v1")
                    && fact.data().contains(consent.toString())).data()).contains("RECONSENT_REQUIRED", "SIGNED_WHILE_SEDATED");
        }
    }

    @Test
    void lapsesWhenACourseByAnotherRouteIsPlanned() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.id(post("therapist", patient, "/consents",
                ConsentExamples.TREATMENT.replace("\"capacityAttested\"", "\"route\": \"SL\", \"capacityAttested\"")).statusCode(201)
                .body("route", equalTo("SL")));

        about("session.course-planned.v1", patient, ", \"courseId\": \"" + UUID.randomUUID()
                + "\", \"courseType\": \"WEEKLY\", \"route\": \"IM\", \"plannedAt\": \""
                + ClinicTime.now() + "\"");

        Eventually.holds(() -> get("therapist", patient, "/consents/" + consent).statusCode(200)
                .body("status", equalTo("LAPSED")).body("lapseReasons", contains("ROUTE_CHANGED")));
        Events.Published fact = Events.await("patient.events.v1", "patient.consent-withdrawn.v1", patient);
        assertThat(fact.data()).contains("RECONSENT_REQUIRED", "ROUTE_CHANGED");
    }

    @Test
    void isRequiredAnewForDosingAtHome() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        String requireAnew = "/consents/" + consent + "/require-anew";

        as("therapist", "meadow").body(ConsentExamples.REQUIRE_ANEW).post(PATIENTS + "/" + patient + requireAnew).then()
                .statusCode(404);
        post("monitor", patient, requireAnew, ConsentExamples.REQUIRE_ANEW).statusCode(403);
        post("therapist", patient, requireAnew, ConsentExamples.REQUIRE_ANEW).statusCode(200)
                .body("status", equalTo("LAPSED")).body("lapseReasons", contains("HOME_DOSING"));

        post("therapist", patient, requireAnew, ConsentExamples.REQUIRE_ANEW).statusCode(409)
                .body("code", equalTo("consent-not-active"));
        assertThat(programmeState(patient)).isEqualTo("CONSENT");
    }

    @Test
    void lapsesWithANewFindingEvenAfterTheDecisionItRestsOnHasEnded() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replace("{\"code\": \"PSYCHOSIS_FDR\", \"state\": \"ABSENT\"}",
                "{\"code\": \"PSYCHOSIS_FDR\", \"state\": \"PRESENT\"}"));
        get("prescriber", patient, "/candidacy-decisions").body("items[0].status", equalTo("ENDED"));
        get("therapist", patient, "/consents/" + consent).body("status", equalTo("ACTIVE"));

        Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"pregnancyTest\": \"NEGATIVE\"", "\"pregnancyTest\": \"POSITIVE\""));

        get("therapist", patient, "/consents/" + consent).body("status", equalTo("LAPSED"))
                .body("lapseReasons", contains("PREGNANCY"));
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
        Api.sessionsAreHeard();
        Api.consent(patient);

        get("therapist", patient, "/consents").statusCode(200).body("items.status", contains("ACTIVE", "LAPSED"))
                .body("items[1].lapseReasons", contains("REPLACED"));
        Eventually.holds(() -> assertThat(Events.on("patient.events.v1").stream()
                .filter(fact -> patient.toString().equals(fact.key()) && fact.type().startsWith("patient.consent-"))
                .map(Events.Published::type)).containsExactly("patient.consent-granted.v1", "patient.consent-granted.v1",
                        "patient.consent-withdrawn.v1"));
    }

    @Test
    void lapsesWhenTheDiagnosisChanges() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        UUID draft = Api.id(post("therapist", patient, "/intakes", IntakeExamples.DRAFT
                .replace("\"SOCIAL_ANXIETY\"", "\"GAD\"").replace("\"LSAS_SR\"", "\"GAD7\"").replace("82", "15")
                .replace("F40.10", "F41.1")).statusCode(201));

        Api.signIntake(patient, draft, 0).statusCode(200);

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"))
                .body("lapseReasons", contains("NEW_DIAGNOSIS"));
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
    }

    /** The decision is older than the diagnosis; the consent is not. */
    @Test
    void thatKnewASecondaryDiagnosisDoesNotLapseByItAgain() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID before = Api.consent(patient);
        UUID draft = Api.id(post("therapist", patient, "/intakes",
                IntakeExamples.DRAFT.replace("\"MDD_SINGLE\"", "\"MDD_SINGLE\", \"OCD\"")).statusCode(201));
        Api.signIntake(patient, draft, 0).statusCode(200);
        get("therapist", patient, "/consents/" + before).statusCode(200).body("lapseReasons", contains("NEW_DIAGNOSIS"));

        // When
        Api.sessionsAreHeard();
        UUID anew = Api.consent(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        get("therapist", patient, "/consents/" + anew).statusCode(200).body("status", equalTo("ACTIVE"));
        assertThatThrownBy(() -> Database.execute("update consent set intake_id = null where id = ?::uuid", anew.toString()))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void ofAnotherScopeNeedsNoCandidacy() {
        UUID patient = Api.aRegisteredPatient();

        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201)
                .body("status", equalTo("ACTIVE"));
        assertThat(programmeState(patient)).isEqualTo("REFERRED");
    }

    @Test
    void toShareSaysWithWhomAndKeepsIt() {
        UUID patient = Api.aRegisteredPatient();
        String nobody = ConsentExamples.PARTNER_SHARING.replace("[\"partner-harbor\"]", "[]");

        post("therapist", patient, "/consents", nobody).statusCode(422)
                .body("code", equalTo("consent-incomplete")).body("missing", contains("SHARED_WITH"));
        UUID consent = Api.id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201));

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("sharedWith", contains("partner-harbor"));
        assertThatThrownBy(() -> Database.execute(
                "update consent set shared_with = '[\"partner-second\"]' where id = ?::uuid", consent.toString()))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void ofAnotherScopeNamesNobodyToShareWith() {
        UUID patient = Api.anAcceptedPatient();
        String named = ConsentExamples.TREATMENT.replace("\"signer\"", "\"sharedWith\": [\"partner-harbor\"], \"signer\"");

        post("therapist", patient, "/consents", named).statusCode(422).body("code", equalTo("recipients-not-allowed"));
    }

    @Test
    void isNotTakenInALanguageItsTextDoesNotExistIn() {
        UUID patient = Api.aRegisteredPatient();
        String french = ConsentExamples.PARTNER_SHARING.replace("\"en-US\"", "\"fr-CA\"")
                .replaceFirst("\\{", "{\"interpreter\": {\"name\": \"Luz Ortega\"},");

        post("therapist", patient, "/consents", french).statusCode(422).body("code", equalTo("language-not-offered"))
                .body("offered", contains("en", "es"));
        get("therapist", patient, "/consents").statusCode(200).body("items", empty());
    }

    @Test
    void keepsWhichWordsWereSigned() {
        UUID patient = Api.aRegisteredPatient();
        String digest = texts("?scope=PARTNER_SHARING&language=en").statusCode(200).extract().path("items[0].textDigest");

        UUID consent = Api.id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201));

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("textDigest", equalTo(digest))
                .body("language", equalTo("en-US"));
        for (String change : List.of("text_digest = repeat('0', 64)", "text_digest = null", "language = 'es'")) {
            assertThatThrownBy(() -> Database.execute("update consent set " + change + " where id = ?::uuid", consent.toString()))
                    .hasStackTraceContaining("never changed");
        }
    }

    @Test
    void showsItsTextsInEachLanguage() {
        texts("").statusCode(200).body("items.scope", hasItems("TREATMENT", "PARTNER_SHARING", "RESEARCH", "REGISTRY"))
                .body("items.language", hasItems("en", "es")).body("items.size()", equalTo(8));
        texts("?scope=TREATMENT&language=es-MX").statusCode(200).body("items.size()", equalTo(1))
                .body("items[0].language", equalTo("es")).body("items[0].version", equalTo("2026-01"))
                .body("items[0].title", containsString("ketamina")).body("items[0].current", equalTo(true))
                .body("items[0].material", equalTo(true)).body("items[0].elements.code", hasItem("ESCORT"))
                .body("items[0].elements.find { it.code == 'ESCORT' }.text", containsString("adulto responsable"));
        texts("?scope=RESEARCH").statusCode(200).body("items.scope", contains("RESEARCH", "RESEARCH"));
    }

    @ParameterizedTest
    @CsvSource({"?language=fr, unusable-filter", "?language=, unusable-filter", "?language=en&language=es, unusable-filter", "?scope=EVERYTHING, unreadable", "?lang=es, unknown-parameter"})
    void refusesFiltersOfItsTextsThatNobodyKnows(String query, String code) {
        texts(query).statusCode(400).body("code", equalTo(code));
    }

    private static ValidatableResponse texts(String query) {
        return as("therapist").get("/api/v1/consent-templates" + query).then();
    }

    private static void about(String type, UUID patient, String more) {
        Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\"" + more + "}").publishTo("session.events.v1");
    }

    private static long heard(UUID patient, String what) {
        return Database.count("select count(*) from dosing_history where id = ?::uuid and history -> ? <> '{}'::jsonb",
                patient.toString(), what);
    }
}
