package health.stillpoint.patient.candidacy.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.id;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.intake.api.IntakeExamples;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import health.stillpoint.patient.treatment.api.TreatmentExamples;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class CandidacyResourceTest {

    private static final String ANOTHER_PRESCRIBER = "0197a000-0000-7000-8000-0000000000b2";

    @Test
    void asksEveryRuleAndSaysWhereItComesFrom() {
        UUID patient = Api.aPatientReadyForReview();

        get("therapist", patient, "/candidacy").statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("ruleSetVersion", equalTo("2026.5"))
                .body("rules.size()", greaterThan(90))
                .body("rules.code", hasItems("SCR_PSYCHOSIS_ACTIVE", "IX_THEO", "DX_OUT_OF_SCOPE", "REL_UNCLEARED"))
                .body("rules.find { it.code == 'NOT_RESISTANT' }.found", equalTo("stage 2"));
    }

    @Test
    void isNotDecidedBeforeEverythingIsThere() {
        UUID patient = Api.aRegisteredPatient();

        get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("missing", hasItems("INTAKE_MISSING", "SCREENING_MISSING"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(409)
                .body("code", equalTo("candidacy-not-ready")).body("missing", hasItem("INTAKE_MISSING")).body("unanswered.size()", equalTo(0));
    }

    @Test
    void saysWhichRowsAreOpen() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY.replace("{\"code\": \"DELIRIUM_DEMENTIA\", \"state\": \"ABSENT\"}",
                "{\"code\": \"DELIRIUM_DEMENTIA\", \"state\": \"UNKNOWN\"}"));

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(409)
                .body("missing", contains("SCREENING_INCOMPLETE")).body("unanswered", contains("SCR_DELIRIUM_DEMENTIA"));
        get("prescriber", patient, "/candidacy").statusCode(200)
                .body("rules.find { it.code == 'SCR_PSYCHOSIS_ACTIVE' }.found", equalTo("ABSENT"));
    }

    @Test
    void endsNinetyDaysAfterTheScreeningItRestsOn() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Instant performedAt = ClinicTime.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        Api.screen(patient, ScreeningExamples.HEALTHY.replaceFirst("\\{", "{\"performedAt\": \"" + performedAt + "\","));

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("expiresAt", equalTo(performedAt.plus(Duration.ofDays(90)).toString()));
    }

    @Test
    void isDecidedByPrescribersOnly() {
        UUID patient = Api.aPatientReadyForReview();

        post("therapist", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(403);
    }

    @Test
    void isDeferredUntilARelativeFindingIsClearedAndThenAcceptedWithConditions() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        UUID screening = Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "\"SUD_MILD_OR_EARLY_REMISSION\", \"state\": \"ABSENT\"",
                "\"SUD_MILD_OR_EARLY_REMISSION\", \"state\": \"PRESENT\""));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("REL_UNCLEARED"));
        assertThat(programmeState(patient)).isEqualTo("DEFERRED");

        // When
        post("prescriber", patient, "/screenings/" + screening + "/clearances", ScreeningExamples.CLEARANCE.replace(
                "HTN_ELEVATED", "SUD_MILD_OR_EARLY_REMISSION")).statusCode(201);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED_WITH_CONDITIONS"))
                .body("conditions", hasItem("URINE_DRUG_SCREEN_BEFORE_EACH_DOSE"));

        // Then
        assertThat(programmeState(patient)).isEqualTo("CONSENT");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items.status", contains("IN_FORCE", "ENDED"));
    }

    @Test
    void takesEffectOnlyWhenTheSecondReaderAgrees() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        String override = CandidacyExamples.OVERRIDE.replace("housebound", "CANARY-housebound");
        UUID psychiatrist = Staff.psychiatrist();
        UUID decision = id(overrides(psychiatrist, patient, override).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER")).body("secondReaderRequired", equalTo(true)));
        String reading = "/candidacy-decisions/" + decision + "/second-reading";
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");

        // When
        as("prescriber", psychiatrist).body(CandidacyExamples.SECOND_READING).post(PATIENTS + "/" + patient + reading).then()
                .statusCode(409).body("code", equalTo("same-reader"));
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING).post(PATIENTS + "/" + patient + reading).then()
                .statusCode(200).body("status", equalTo("IN_FORCE"));

        // Then
        assertThat(programmeState(patient)).isEqualTo("CONSENT");
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING).post(PATIENTS + "/" + patient + reading).then()
                .statusCode(409).body("code", equalTo("not-awaiting-reader"));
    }

    @Test
    void isOverriddenByAPsychiatristAlone() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID psychiatrist = Staff.psychiatrist();
        UUID generalist = UUID.randomUUID();
        Staff.addedTo("harbor", generalist, "PRESCRIBER");

        overrides(UUID.randomUUID(), patient, CandidacyExamples.OVERRIDE).statusCode(403)
                .body("code", equalTo("psychiatrist-required")).body("detail", containsString("394587001"));
        overrides(generalist, patient, CandidacyExamples.OVERRIDE).statusCode(403).body("code", equalTo("psychiatrist-required"));
        Database.execute("update practitioner set ended_at = now(), end_reason = 'LEFT' where subject_id = ?", psychiatrist);
        overrides(psychiatrist, patient, CandidacyExamples.OVERRIDE).statusCode(403);
        Database.execute("update practitioner set ended_at = null, end_reason = null where subject_id = ?", psychiatrist);
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items", empty());
        overrides(psychiatrist, patient, CandidacyExamples.OVERRIDE).statusCode(201).body("outcome", equalTo("ACCEPTED"));
    }

    @Test
    void forbidsAnInjectionFirstToWhoFearsItUnlessTheyAskForIt() {
        // Given
        String phobia = IntakeExamples.DRAFT.replace("SOCIAL_ANXIETY", "SPECIFIC_PHOBIA").replace("F40.10", "F40.231")
                .replace("LSAS_SR", "APA_SEV_SPECIFIC_PHOBIA").replace("82", "20");
        UUID patient = Api.aPatientWithSignedIntake(phobia);
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("conditions", hasItem("FIRST_ROUTE_NOT_INJECTED"));

        // When
        UUID asking = id(post("therapist", patient, "/intakes", phobia.replace("\"fearOfLosing", "\"injectionRequested\": true, \"fearOfLosing"))
                .statusCode(201));
        Api.signIntake(patient, asking, 0).statusCode(200).body("content.injectionRequested", equalTo(true));

        // Then
        get("prescriber", patient, "/candidacy").statusCode(200).body("conditions", not(hasItem("FIRST_ROUTE_NOT_INJECTED")));
    }

    @Test
    void takesNoEffectByAReaderWhoAgreesToWhatIsOvertaken() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID decision = id(overrides(Staff.psychiatrist(), patient, CandidacyExamples.OVERRIDE).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER")));
        String reading = PATIENTS + "/" + patient + "/candidacy-decisions/" + decision + "/second-reading";

        // When
        ClinicTime.advance(Duration.ofDays(32));

        // Then
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING).post(reading).then().statusCode(409)
                .body("code", equalTo("decision-overtaken")).body("reasons", hasItem("SCREENING_OUT_OF_DATE"));
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
        asAnotherPrescriber().body("{\"agrees\": false}").post(reading).then().statusCode(200)
                .body("status", equalTo("NOT_CONFIRMED"));
    }

    @Test
    void needsASecondReaderWhenAnEarlierFindingIsNoLongerFound() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "\"ANEURYSM_AVM\", \"state\": \"ABSENT\"", "\"ANEURYSM_AVM\", \"state\": \"PRESENT\""));

        Api.screen(patient, ScreeningExamples.HEALTHY);

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("AWAITING_SECOND_READER"))
                .body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_ANEURYSM_AVM"));
        assertThat(Database.count("select count(*) from candidacy_decision where patient_id = ?::uuid"
                + " and inputs #>> '{earlierExclusions,0,reasonCode}' = 'SCR_ANEURYSM_AVM'", patient.toString())).isOne();
    }

    @Test
    void needsTheSecondReaderOnceForAnExclusionThatIsGone() {
        // Given
        String aneurysm = ScreeningExamples.HEALTHY.replace(
                "\"ANEURYSM_AVM\", \"state\": \"ABSENT\"", "\"ANEURYSM_AVM\", \"state\": \"PRESENT\"");
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, aneurysm);
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID waiting = id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201));
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING)
                .post(PATIENTS + "/" + patient + "/candidacy-decisions/" + waiting + "/second-reading").then().statusCode(200);

        // When
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE")).body("secondReaderRequired", equalTo(false));

        // Then
        get("prescriber", patient, "/candidacy-decisions/" + waiting).statusCode(200).body("status", equalTo("ENDED"))
                .body("secondReader", equalTo(ANOTHER_PRESCRIBER));
        Api.screen(patient, aneurysm);
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER"));
    }

    @Test
    void needsNoSecondReaderWhenAnExclusionWasMeasuredAnewOnALaterDay() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"heartRate\": 72", "\"heartRate\": 120")
                .replace("\"pregnancyTest\": \"NEGATIVE\"", "\"pregnancyTest\": \"POSITIVE\"")
                .replaceFirst("\\{", "{\"performedAt\": \"" + ClinicTime.now().minus(Duration.ofDays(2)) + "\","));

        Api.screen(patient, ScreeningExamples.HEALTHY);

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("IN_FORCE"));
    }

    @Test
    void isReopenedByAnEarlierFindingChartedLate() {
        UUID patient = Api.anAcceptedPatient();

        Api.screen(patient, ScreeningExamples.HEALTHY
                .replace("\"ANEURYSM_AVM\", \"state\": \"ABSENT\"", "\"ANEURYSM_AVM\", \"state\": \"PRESENT\"")
                .replaceFirst("\\{", "{\"performedAt\": \"" + ClinicTime.now().minus(Duration.ofDays(5)) + "\","));

        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains("NO_LONGER_FOUND_SCR_ANEURYSM_AVM"));
    }

    @Test
    void needsASecondReaderWhenRelativeFindingsAreAskedAgainUntilTheyAreGone() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, found("OUD_HISTORY", found("BREASTFEEDING", found("DISSOCIATIVE_DISORDER", ScreeningExamples.HEALTHY)))
                .replace("\"cssrs\": \"NONE\"", "\"cssrs\": \"MODERATE\""));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("REL_UNCLEARED"));

        // When
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID waiting = id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("AWAITING_SECOND_READER"))
                .body("reasonCodes", hasItems("NO_LONGER_FOUND_SCR_OUD_HISTORY", "NO_LONGER_FOUND_SCR_BREASTFEEDING",
                        "NO_LONGER_FOUND_SCR_DISSOCIATIVE_DISORDER", "NO_LONGER_FOUND_SCR_SUICIDE_MODERATE")));

        // Then
        assertThat(Database.count("select count(*) from candidacy_decision where id = ?::uuid"
                + " and inputs -> 'earlierExclusions' @> '[{\"reasonCode\": \"SCR_OUD_HISTORY\", \"findingClass\": \"REL\"}]'",
                waiting.toString())).isOne();
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING)
                .post(PATIENTS + "/" + patient + "/candidacy-decisions/" + waiting + "/second-reading").then().statusCode(200);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE")).body("secondReaderRequired", equalTo(false));
    }

    /** A newer intake that says less takes nothing away, and a further screening that knew of it makes nobody read it again. */
    @Test
    void needsTheSecondReaderOnceWhenANewerIntakeTellsLess() {
        // Given
        UUID patient = aPatientAverseToAlteredStates();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("SCR_ALTERED_STATE_AVERSION"));

        // When
        signAgain(patient);
        UUID waiting = id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("AWAITING_SECOND_READER"))
                .body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_ALTERED_STATE_AVERSION")));
        agree(patient, waiting);
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        get("prescriber", patient, "/candidacy-decisions/" + waiting).statusCode(200).body("status", equalTo("IN_FORCE"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE")).body("secondReaderRequired", equalTo(false));
    }

    /** The first visit knew of no escort, the second one, on the same day, of one. */
    @Test
    void judgesAnEarlierScreeningWithTheIntakeKnownThen() {
        UUID patient = Api.aPatientWithSignedIntake(IntakeExamples.DRAFT.replace("\"escortAvailable\": true", "\"escortAvailable\": false"));
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);

        signAgain(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED")).body("status", equalTo("AWAITING_SECOND_READER"))
                .body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_NO_ESCORT"));
    }

    private static UUID aPatientAverseToAlteredStates() {
        return Api.aPatientWithSignedIntake(IntakeExamples.DRAFT.replace("\"comfortWithAlteredStates\": 7", "\"comfortWithAlteredStates\": 2"));
    }

    private static void signAgain(UUID patient) {
        Api.signIntake(patient, id(post("therapist", patient, "/intakes", IntakeExamples.DRAFT).statusCode(201)), 0).statusCode(200);
    }

    @Test
    void isReopenedWithItsConsentByARelativeFindingChartedLate() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);

        Api.screen(patient, found("OUD_HISTORY", ScreeningExamples.HEALTHY)
                .replaceFirst("\\{", "{\"performedAt\": \"" + ClinicTime.now().minus(Duration.ofHours(20)) + "\","));

        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains("NO_LONGER_FOUND_SCR_OUD_HISTORY"));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"))
                .body("lapseReasons", contains("NEW_FINDING"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER"));
    }

    @Test
    void isReopenedByAScreeningRecordedAfterOneWhoseClockRanAhead() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replaceFirst(
                "\\{", "{\"performedAt\": \"" + ClinicTime.now().plus(Duration.ofSeconds(110)) + "\","));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        Api.screen(patient, found("OUD_HISTORY", ScreeningExamples.HEALTHY));

        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].endReasonCodes", contains("SCR_OUD_HISTORY"));
    }

    @Test
    void holdsWithItsConsentWhenAFindingItWeighedIsGone() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        UUID screening = Api.screen(patient, found("OUD_HISTORY", ScreeningExamples.HEALTHY));
        post("prescriber", patient, "/screenings/" + screening + "/clearances",
                ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "OUD_HISTORY")).statusCode(201);
        UUID decision = id(post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE")));
        UUID consent = Api.consent(patient);

        // When
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        get("prescriber", patient, "/candidacy-decisions/" + decision).statusCode(200).body("status", equalTo("IN_FORCE"));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("ACTIVE"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER"));
    }

    private static String found(String row, String screening) {
        String absent = "\"" + row + "\", \"state\": \"ABSENT\"";
        assertThat(screening).contains(absent);
        return screening.replace(absent, "\"" + row + "\", \"state\": \"PRESENT\"");
    }

    @Test
    void isReopenedByANewAbsoluteFinding() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);

        Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "\"PHEO\", \"state\": \"ABSENT\"", "\"PHEO\", \"state\": \"PRESENT\""));

        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains("SCR_PHEO"));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"));
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains("SCR_PHEO");
        assertThat(Events.await("patient.events.v1", "patient.consent-withdrawn.v1", patient).data())
                .contains("RECONSENT_REQUIRED");
    }

    @Test
    void isReopenedByACorrectedDayOfBirthAndByNothingElseOfThePerson() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        change(patient, "{\"birthDate\": \"1992-05-15\"}");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("IN_FORCE"));

        // When
        String etag = change(patient, "{\"birthDate\": \"1955-05-14\"}");

        // Then
        assertThat(as("therapist").get(PATIENTS + "/" + patient).header("ETag")).isEqualTo(etag);
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", hasItem("SCR_AGE_65"));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("LAPSED"));
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains("SCR_AGE_65");
        assertThat(programmeState(patient)).isEqualTo("SCREENING");
    }

    @Test
    void isReopenedByACorrectedBirthThatMakesATestDue() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        UUID male = Api.aPatientWithSignedIntake();
        change(male, "{\"sexAtBirth\": \"male\"}");
        Api.recordFailedTreatments(male);
        Api.screen(male, ScreeningExamples.HEALTHY.replace("\"pregnancyTest\": \"NEGATIVE\",", ""));
        post("prescriber", male, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201).body("status", equalTo("IN_FORCE"));

        // When
        change(patient, "{\"birthDate\": \"%s\"}".formatted(ClinicTime.now().atZone(ZoneOffset.UTC).toLocalDate().minusYears(61).minusDays(2)));
        change(male, "{\"sexAtBirth\": \"female\"}");

        // Then
        endedBecause(patient, "UNANSWERED_SCR_QTC");
        endedBecause(male, "UNANSWERED_SCR_PREGNANCY");
        get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"));
        get("prescriber", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("ACTIVE"));
    }

    private static String change(UUID patient, String patch) {
        String etag = as("therapist").get(PATIENTS + "/" + patient).header("ETag");
        return as("therapist").header("If-Match", etag).body(patch).patch(PATIENTS + "/" + patient).then().statusCode(200)
                .extract().header("ETag");
    }

    @Test
    void isReopenedByAnotherCauseOfAClearedFinding() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        UUID screening = Api.screen(patient, airway("DIFFICULT_AIRWAY"));
        post("prescriber", patient, "/screenings/" + screening + "/clearances",
                ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "AIRWAY")).statusCode(201);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        // When
        Api.screen(patient, airway("DIFFICULT_AIRWAY"));
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("IN_FORCE"));
        Api.screen(patient, airway("UNTREATED_SLEEP_APNEA"));

        // Then
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains("SCR_AIRWAY"));
    }

    @Test
    void isDeferredWhileTheScreeningDeniesASecondaryDiagnosis() {
        UUID patient = Api.aPatientWithSignedIntake(psychotic());
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY);

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("DX_CONTRADICTED_PSYCHOTIC_DISORDER"))
                .body("basis.rules.find { it.code == 'DX_CONTRADICTED_PSYCHOTIC_DISORDER' }.threshold",
                        equalTo("not diagnosed, or told in PSYCHOSIS_ACTIVE or PSYCHOSIS_HISTORY"));
    }

    @Test
    void isReopenedByASignedIntakeThatContradictsTheScreening() {
        UUID patient = Api.anAcceptedPatient();
        Api.consent(patient);

        Api.signIntake(patient, id(post("therapist", patient, "/intakes", psychotic()).statusCode(201)), 0).statusCode(200);

        endedBecause(patient, "DX_CONTRADICTED_PSYCHOTIC_DISORDER");
        Api.sessionsAreHeard();
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("candidacy-required"));
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
    }

    private static String psychotic() {
        return IntakeExamples.DRAFT.replace("\"MDD_SINGLE\"", "\"PSYCHOTIC_DISORDER\"");
    }

    @Test
    void isReopenedByASignedIntakeWithAnotherPrimaryDiagnosis() {
        UUID patient = Api.anAcceptedPatient();
        UUID draft = id(post("therapist", patient, "/intakes", IntakeExamples.DRAFT
                .replace("\"SOCIAL_ANXIETY\"", "\"GAD\"").replace("\"LSAS_SR\"", "\"GAD7\"").replace("82", "15")
                .replace("F40.10", "F41.1")).statusCode(201));

        Api.signIntake(patient, draft, 0).statusCode(200);

        endedBecause(patient, "NEW_PRIMARY_DIAGNOSIS");
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("candidacy-required"));
    }

    @Test
    void isReopenedByWhatALaterScreeningLeavesOpenAndByNothingThatWasNotAskedAgain() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        Api.screen(patient, "{\"auditCTotal\": 7, \"findings\": [], \"bloodPressureReadings\": [{\"systolic\": 138, \"diastolic\": 88}]}");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("IN_FORCE"));
        get("prescriber", patient, "/candidacy").statusCode(200).body("missing", contains("SCREENING_INCOMPLETE"));

        // When
        Api.screen(patient, "{\"auditCTotal\": 12, \"findings\": [], \"bloodPressureReadings\": []}");

        // Then
        endedBecause(patient, "UNANSWERED_SCR_SUD_ACTIVE");
        get("therapist", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("ACTIVE"));
        assertThat(programmeState(patient)).isEqualTo("SCREENING");
        Api.sessionsAreHeard();
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("candidacy-required"));
    }

    @Test
    void isNotAgreedOnAfterALaterScreeningLeftARowOpen() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID waiting = id(overrides(Staff.psychiatrist(), patient, CandidacyExamples.OVERRIDE).statusCode(201));

        Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "\"PSYCHOSIS_ACTIVE\", \"state\": \"ABSENT\"", "\"PSYCHOSIS_ACTIVE\", \"state\": \"UNKNOWN\""));

        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING)
                .post(PATIENTS + "/" + patient + "/candidacy-decisions/" + waiting + "/second-reading").then()
                .statusCode(409).body("code", equalTo("not-awaiting-reader"));
    }

    /** The accepted screening lists sertraline. */
    @Test
    void isReopenedByADrugTakenNowThatTheScreeningDoesNotList() {
        UUID patient = Api.anAcceptedPatient();
        String now = TreatmentExamples.SERTRALINE.replace("\"current\": false", "\"current\": true");
        post("therapist", patient, "/prior-treatments", now).statusCode(201);
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("IN_FORCE"));

        post("therapist", patient, "/prior-treatments", now.replace("SSRI", "MAOI").replace("sertraline", "phenelzine")).statusCode(201);

        endedBecause(patient, "CURRENT_TREATMENT_NOT_LISTED");
        get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("rules.find { it.code == 'CURRENT_TREATMENT_NOT_LISTED' }.found", equalTo("phenelzine"));
    }

    private static void endedBecause(UUID patient, String reasonCode) {
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains(reasonCode));
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains(reasonCode);
    }

    private static String airway(String state) {
        return ScreeningExamples.HEALTHY.replace("\"AIRWAY\", \"state\": \"ABSENT\"", "\"AIRWAY\", \"state\": \"" + state + "\"");
    }

    /** An override renewed without the failed trials of before: the renewal waits, and the acceptance is over for everybody. */
    @Test
    void endsTheAcceptanceAtOnceWhileItsRenewalWaits() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID first = id(overrides(Staff.psychiatrist(), patient, CandidacyExamples.OVERRIDE).statusCode(201));
        agree(patient, first);
        assertThat(programmeState(patient)).isEqualTo("CONSENT");

        // When
        UUID renewal = id(overrides(Staff.psychiatrist(), patient, CandidacyExamples.OVERRIDE).statusCode(201)
                .body("status", equalTo("AWAITING_SECOND_READER")));

        // Then
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data())
                .contains("REPLACED").contains(first.toString());
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
        agree(patient, renewal);
        assertThat(programmeState(patient)).isEqualTo("CONSENT");
    }

    @Test
    void endsTheAcceptanceAtOnceWhenItIsDecidedOtherwise() {
        UUID patient = Api.aPatientWithSignedIntake();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        agree(patient, id(overrides(Staff.psychiatrist(), patient, CandidacyExamples.OVERRIDE).statusCode(201)));

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED"));

        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains("REPLACED");
        assertThat(programmeState(patient)).isEqualTo("DEFERRED");
    }

    @Test
    void tellsNoEndOfAnAcceptanceThatAnotherReplaces() {
        UUID patient = Api.anAcceptedPatient();

        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        assertThat(programmeState(patient)).isEqualTo("CONSENT");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items.status", contains("IN_FORCE", "ENDED"));
    }

    private static void agree(UUID patient, UUID decision) {
        asAnotherPrescriber().body(CandidacyExamples.SECOND_READING)
                .post(PATIENTS + "/" + patient + "/candidacy-decisions/" + decision + "/second-reading").then().statusCode(200);
    }

    @Test
    void isNotFoundFromAnotherClinic() {
        UUID patient = Api.aPatientReadyForReview();

        as("prescriber", "meadow").get(PATIENTS + "/" + patient + "/candidacy").then().statusCode(404);
        as("prescriber", "meadow").body(CandidacyExamples.DECISION).post(PATIENTS + "/" + patient + "/candidacy-decisions")
                .then().statusCode(404);
    }

    private static ValidatableResponse overrides(UUID prescriber, UUID patient, String override) {
        return as("prescriber", prescriber).body(override).post(PATIENTS + "/" + patient + "/candidacy-decisions").then();
    }

    private static io.restassured.specification.RequestSpecification asAnotherPrescriber() {
        String token = Tokens.of("prescriber", "harbor", Map.of("sub", ANOTHER_PRESCRIBER));
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
