package health.stillpoint.patient.programme.api;

import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.fixtures.Api;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ProgrammeResourceTest {

    @Test
    void movesOnByTheFactsOfTheOtherServicesInAnyOrderAndOnlyOnce() {
        // Given
        UUID patient = inPreparation();
        UUID course = UUID.randomUUID();
        Events.Draft planned = about("session.course-planned.v1", patient,
                ", \"courseId\": \"" + course + "\", \"courseType\": \"WEEKLY\", \"plannedDoses\": 8, \"plannedAt\": \"" + ClinicTime.now() + "\"");

        // When: the plan arrives first, and twice
        planned.publishTo("session.events.v1");
        planned.publishTo("session.events.v1");
        about("outcome.baseline-completed.v1", patient, ", \"primaryInstrument\": \"LSAS_SR\"").publishTo("outcome.events.v1");
        about("session.preparation-completed.v1", patient, ", \"sessionId\": \"" + UUID.randomUUID() + "\"")
                .publishTo("session.events.v1");

        // Then
        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("IN_COURSE"));
        get("therapist", patient, "/programme").statusCode(200)
                .body("history.to", contains("INTAKE", "SCREENING", "CANDIDACY_REVIEW", "ACCEPTED", "CONSENT", "PREPARATION",
                        "IN_COURSE"));
        Events.await("patient.events.v1", fact -> patient.toString().equals(fact.key())
                && fact.type().equals("patient.programme-state-changed.v1") && fact.data().contains("IN_COURSE"));
    }

    @Test
    void isSuspendedByAHoldUntilItIsCleared() {
        UUID patient = inPreparation();
        String hold = ", \"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"";

        about("session.hold-placed.v1", patient, hold + ", \"severity\": \"ORANGE\"").publishTo("session.events.v1");
        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("SUSPENDED"));
        about("session.hold-cleared.v1", patient, hold).publishTo("session.events.v1");

        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("PREPARATION"));
    }

    @Test
    void doesNotMoveForAClinicThatDoesNotKnowThePatient() {
        UUID patient = inPreparation();
        Events.Draft foreign = about("session.hold-placed.v1", patient,
                ", \"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"").clinic("meadow");

        foreign.publishTo("session.events.v1");

        Eventually.holds(() -> assertThat(
                        Database.count("select count(*) from dead_letter where headers ->> 'ce_id' = ?", foreign.id().toString()))
                .isOne());
        assertThat(programmeState(patient)).isEqualTo("PREPARATION");
    }

    @Test
    void saysWhatIsStillUnmet() {
        UUID patient = inPreparation();

        asPatient(patient).get("/api/v1/patients/" + patient + "/programme").then().statusCode(200)
                .body("unmet", hasItems("PREPARATION_SESSIONS", "BASELINE_COMPLETED", "COURSE_PLANNED"));
    }

    @Test
    void isStoppedAndClosedByClinicians() {
        UUID patient = inPreparation();

        post("therapist", patient, "/programme/close", "{\"reason\": \"PATIENT_WISH\"}").statusCode(409)
                .body("code", equalTo("step-not-allowed")).body("state", equalTo("PREPARATION"));
        post("prescriber", patient, "/programme/stop", ProgrammeExamples.STOP).statusCode(200)
                .body("state", equalTo("STOPPED"));
        post("therapist", patient, "/programme/follow-up", "{\"reason\": \"PATIENT_WISH\"}").statusCode(409)
                .body("code", equalTo("programme-guard-unmet")).body("unmet", contains("CLOSING_NOTE", "SAFETY_PLAN"));
        post("therapist", patient, "/programme/follow-up", ProgrammeExamples.LET_GO.replace("Doing", "CANARY-note")).statusCode(200);
        assertThat(Database.count("select count(*) from programme_transition where patient_id = ?::uuid and closing_note is not null",
                patient.toString())).isOne();
        post("therapist", patient, "/programme/close", "{\"reason\": \"MOVED_AWAY\"}").statusCode(200)
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void leavesACompletedCourseOnlyWhenItsEndWasAssessed() {
        // Given
        UUID patient = inPreparation();
        UUID course = aBegunCourse(patient);
        about("session.course-completed.v1", patient, ", \"courseId\": \"" + course + "\", \"outcome\": \"PLAN_COMPLETED\", \"completedAt\": \"" + ClinicTime.now() + "\"")
                .publishTo("session.events.v1");
        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("COURSE_COMPLETE"));
        post("therapist", patient, "/programme/follow-up", "{\"reason\": \"TREATMENT_COMPLETED\"}").statusCode(409)
                .body("unmet", contains("END_OF_COURSE_ASSESSED"));

        // When
        about("outcome.response-scored.v1", patient, ", \"timePoint\": \"EOC\", \"instrument\": \"LSAS_SR\", \"status\": "
                + "\"SCORED\", \"total\": 20, \"changeStatus\": [\"RESPONSE\"], \"answeredAt\": \"" + ClinicTime.now().plusSeconds(60) + "\"")
                .publishTo("outcome.events.v1");

        // Then
        Eventually.holds(() -> get("therapist", patient, "/programme").body("unmet.size()", equalTo(0)));
        post("therapist", patient, "/programme/follow-up", "{\"reason\": \"TREATMENT_COMPLETED\"}").statusCode(200)
                .body("state", equalTo("FOLLOW_UP"));
    }

    @Test
    void endsDecisionAndConsentWhenItIsStoppedAndLetsNobodyBeAcceptedUntilFollowUpBegins() {
        // Given
        UUID patient = inPreparation();

        // When
        post("prescriber", patient, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200)
                .body("state", equalTo("STOPPED"));

        // Then
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains("PROGRAMME_STOPPED"));
        get("therapist", patient, "/consents").statusCode(200).body("items[0].status", equalTo("LAPSED"))
                .body("items[0].lapseReasons", contains("PROGRAMME_ENDED"));
        assertThat(Events.await("patient.events.v1", "patient.consent-withdrawn.v1", patient).data()).contains("PROGRAMME_ENDED");
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains("PROGRAMME_STOPPED");
        Api.sessionsAreHeard();
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(409)
                .body("code", equalTo("programme-ended")).body("state", equalTo("STOPPED"));
        post("therapist", patient, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("programme-ended"));
        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201);
        post("therapist", patient, "/programme/follow-up", """
                {"reason": "PATIENT_WISH", "closingNote": "wants to wait", "safetyPlanMade": true}""").statusCode(200);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201);
        post("therapist", patient, "/programme/close", "{\"reason\": \"MOVED_AWAY\"}").statusCode(200);
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].endReasonCodes", contains("PROGRAMME_CLOSED"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(409)
                .body("state", equalTo("CLOSED"));
    }

    @Test
    void acceptsNobodyOnAScreeningOlderThanAStopForHarm() {
        // Given
        UUID patient = inPreparation();
        post("prescriber", patient, "/programme/stop", "{\"reason\": \"SERIOUS_ADVERSE_EVENT\"}").statusCode(200);

        // When
        post("therapist", patient, "/programme/follow-up", """
                {"reason": "SERIOUS_ADVERSE_EVENT", "closingNote": "recovered", "safetyPlanMade": true}""").statusCode(200);

        // Then
        get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("missing", contains("SCREENED_BEFORE_STOP")).body("secondReaderRequired", equalTo(true));
    }

    @Test
    void endsTheDecisionWhenConsentIsWithdrawn() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);

        post("therapist", patient, "/consents/" + consent + "/withdraw", ConsentExamples.WITHDRAWAL).statusCode(200);

        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].endReasonCodes", contains("PROGRAMME_STOPPED"));
        assertThat(programmeState(patient)).isEqualTo("STOPPED");
    }

    @Test
    void staysUnderTreatmentWhileACourseIsOpenAndLeavesItWhenItIsStopped() {
        // Given
        UUID patient = inPreparation();
        UUID course = aBegunCourse(patient);
        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("IN_COURSE"));
        post("prescriber", patient, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200);
        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(409)
                .body("reasons", contains("IN_TREATMENT"));

        // When
        about("session.course-completed.v1", patient, ", \"courseId\": \"" + course
                + "\", \"outcome\": \"STOPPED\", \"completedAt\": \"" + ClinicTime.now() + "\"").publishTo("session.events.v1");

        // Then
        Eventually.holds(() -> post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200));
    }

    @ParameterizedTest(name = "ended as {0} before a dose")
    @ValueSource(strings = {"STOPPED", "COMPLETED_EARLY"})
    void goesBackToPreparationWhenTheCourseEndedBeforeItBegan(String outcome) {
        UUID patient = inPreparation();
        UUID course = aBegunCourse(patient);
        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("IN_COURSE"));

        about("session.course-completed.v1", patient, ", \"courseId\": \"" + course
                + "\", \"outcome\": \"" + outcome + "\", \"completedAt\": \"" + ClinicTime.now() + "\"").publishTo("session.events.v1");

        Eventually.holds(() -> assertThat(programmeState(patient)).isEqualTo("PREPARATION"));
    }

    /** Planned, prepared and with a baseline: all that lets a course begin. */
    private static UUID aBegunCourse(UUID patient) {
        UUID course = UUID.randomUUID();
        about("session.course-planned.v1", patient, ", \"courseId\": \"" + course
                + "\", \"courseType\": \"WEEKLY\", \"plannedAt\": \"" + ClinicTime.now() + "\"").publishTo("session.events.v1");
        about("outcome.baseline-completed.v1", patient, ", \"primaryInstrument\": \"LSAS_SR\"").publishTo("outcome.events.v1");
        about("session.preparation-completed.v1", patient, ", \"sessionId\": \"" + UUID.randomUUID() + "\"")
                .publishTo("session.events.v1");
        return course;
    }

    private static UUID inPreparation() {
        UUID patient = Api.anAcceptedPatient();
        Api.consent(patient);
        return patient;
    }

    private static Events.Draft about(String type, UUID patient, String more) {
        return Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\"" + more + "}");
    }
}
