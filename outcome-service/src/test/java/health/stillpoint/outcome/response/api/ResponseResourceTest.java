package health.stillpoint.outcome.response.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Json;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class ResponseResourceTest {

    private static final List<Integer> GAD7_FIFTEEN = List.of(3, 3, 3, 2, 2, 1, 1);

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @Test
    void scoresAndKeepsTheAnswers() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");

        // When
        String location = steps.answer(baseline.assessment(), "GAD7", GAD7_FIFTEEN)
                .statusCode(201)
                .body("status", equalTo("SCORED"))
                .body("total", equalTo(15))
                .body("band", equalTo("SEVERE"))
                .body("case", equalTo(true))
                .body("alerts.code", contains("GAD7_SEVERE"))
                .body("answeredBy", equalTo("STAFF"))
                .body("change", nullValue())
                .extract()
                .header("Location");

        // Then
        steps.as("therapist")
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("answers", equalTo(GAD7_FIFTEEN))
                .body("recordedLate", equalTo(false));
    }

    @Test
    void refusesAnswersOutsideTheInstrumentAndStoresNothing() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");

        // When
        steps.answer(baseline.assessment(), "GAD7", Arrays.asList(3, 4, null, 2.5, "x", -1, 2))
                .statusCode(422)
                .body("code", equalTo("answers-invalid"))
                .body("items", contains(2, 4, 5, 6))
                .body("violations", hasSize(4));

        // Then
        assertThat(responsesOf(baseline.patient())).isZero();
    }

    @Test
    void keepsBothResponsesWhenOneIsRepeated() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String first = steps.answer(baseline.assessment(), "GAD7", GAD7_FIFTEEN).extract().path("id");

        // When
        steps.answer(baseline.assessment(), "GAD7", List.of(3, 3, 3, 3, 3, 3, 3))
                .statusCode(201)
                .body("supersedes", equalTo(first));

        // Then
        assertThat(responsesOf(baseline.patient())).isEqualTo(2);
        steps.as("therapist")
                .get("/api/v1/patients/{patient}/trajectory", baseline.patient())
                .then()
                .body("series[0].points.total", contains(21));
    }

    /** Columns are named where a response is stored and where it is read; whatever is mixed up between them shows here. */
    @Test
    void givesBackWhatItAnswered() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String patient = Tokens.ofPatient(baseline.patient(), "harbor");
        String therapist = Tokens.of("therapist", "harbor");

        // When
        ValidatableResponse incomplete = steps.answerAs(patient, baseline.assessment(), Map.of(
                "instrument", "GAD7", "answers", Arrays.asList(3, null, null, null, 3, 3, 3)));
        ValidatableResponse repeated = steps.answerAs(therapist, baseline.assessment(), Map.of(
                "instrument", "GAD7", "answers", GAD7_FIFTEEN, "answeredAt", OutcomeSteps.now().toString()));

        // Then
        isGivenBack(incomplete.statusCode(201));
        isGivenBack(repeated.statusCode(201).body("supersedes", equalTo(Json.id(incomplete).toString())));
    }

    private void isGivenBack(ValidatableResponse answered) {
        ObjectNode read = (ObjectNode) Json.of(steps.as("therapist").get("/api/v1/responses/{id}", Json.id(answered)).then().statusCode(200));
        assertThat(read.remove("answers").size()).isEqualTo(7);
        assertThat((JsonNode) read).isEqualTo(Json.of(answered));
    }

    @Test
    void countsEachAnswerAsAChangeOfItsAssessment() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");

        // When
        steps.answer(baseline.assessment(), "GAD7", GAD7_FIFTEEN).statusCode(201);
        steps.answer(baseline.assessment(), "OASIS", Arrays.asList(1, 1, 1, null, null)).statusCode(201);

        // Then
        steps.as("therapist")
                .get("/api/v1/assessments/{id}", baseline.assessment())
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("instruments.findAll { it.answered }.code", contains("GAD7"));
    }

    /** What a later build stores stays readable while a release rolls out, and stays there. */
    @Test
    void keepsWhatItDoesNotKnowAboutEarlierAnswers() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "GAD7", GAD7_FIFTEEN).statusCode(201);
        Database.execute("update assessment set answered = jsonb_set(answered, '{GAD7,later}', '1') where id = ?", baseline.assessment());

        // When
        steps.answer(baseline.assessment(), "PHQ9", Collections.nCopies(9, 0)).statusCode(201);

        // Then
        assertThat(Database.value("select answered -> 'GAD7' ->> 'later' from assessment where id = ?", baseline.assessment())).isEqualTo("1");
    }

    @Test
    void letsTheSecondOfTwoAnswersAtTheSameTimeSupersedeTheFirst() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String token = Tokens.of("therapist", "harbor");

        // When
        List<CompletableFuture<JsonNode>> answers = Stream.of(1, 2, 3, 4)
                .map(_ -> CompletableFuture.supplyAsync(() -> Json.of(steps.answerAs(
                        token, baseline.assessment(), Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN)).statusCode(201))))
                .toList();

        // Then
        List<JsonNode> responses = answers.stream().map(CompletableFuture::join).toList();
        List<String> superseded = responses.stream().map(response -> response.path("supersedes").asText()).toList();
        assertThat(superseded).doesNotHaveDuplicates().containsOnlyOnce("");
        assertThat(Database.value("select answered -> 'GAD7' ->> 'responseId' from assessment where id = ?", baseline.assessment()))
                .isIn(responses.stream().map(response -> response.path("id").asText()).filter(id -> !superseded.contains(id)).toList());
    }

    @Test
    void givesTheSameResponseForARepeatedCall() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        Map<String, ?> body = Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN);

        // When
        Response first = submit(baseline.assessment(), body, "the-same-key-" + baseline.patient());
        Response again = submit(baseline.assessment(), body, "the-same-key-" + baseline.patient());

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(responsesOf(baseline.patient())).isEqualTo(1);
    }

    @Test
    void needsAnIdempotencyKey() {
        UUID assessment = steps.patientWithOpenBaseline("GAD").assessment();
        steps.as("therapist")
                .body(Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN))
                .post("/api/v1/assessments/{id}/responses", assessment)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void takesTheInstrumentsOfOneAssessmentAtTheSameTime() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String token = Tokens.of("therapist", "harbor");

        // When
        List<CompletableFuture<Integer>> answers = Stream.of(
                        Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN),
                        Map.of("instrument", "PHQ9", "answers", List.of(0, 0, 0, 0, 0, 0, 0, 0, 0)),
                        Map.of("instrument", "OASIS", "answers", List.of(1, 1, 1, 1, 1)),
                        Map.of("instrument", "CSSRS_SCREEN", "answers", OutcomeSteps.noSuicidality()))
                .map(body -> CompletableFuture.supplyAsync(() -> steps.answerAs(token, baseline.assessment(), body)
                        .extract()
                        .statusCode()))
                .toList();

        // Then
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(201);
        Events.await(OutcomeSteps.OWN_FACTS, "outcome.baseline-completed.v1", baseline.patient());

        // And when
        Object completed = completedAt(baseline.assessment());
        steps.answer(baseline.assessment(), "GAD7", List.of(0, 0, 0, 0, 0, 0, 0)).statusCode(201);

        // Then
        assertThat(completedAt(baseline.assessment())).isNotNull().isEqualTo(completed);
    }

    private static Object completedAt(UUID assessment) {
        return Database.value("select completed_at from assessment where id = ?", assessment);
    }

    @Test
    void refusesAMomentInTheFuture() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answerAs(
                        Tokens.of("therapist", "harbor"),
                        baseline.assessment(),
                        Map.of(
                                "instrument", "GAD7",
                                "answers", GAD7_FIFTEEN,
                                "answeredAt", OutcomeSteps.now().plus(Duration.ofDays(900)).toString()))
                .statusCode(422)
                .body("code", equalTo("in-the-future"));
    }

    @Test
    void refusesAnInstrumentOfAnotherTimePoint() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "MEQ30", Collections.nCopies(30, 3))
                .statusCode(409)
                .body("code", equalTo("instrument-not-offered"))
                .body("instruments", contains("GAD7", "PHQ9", "OASIS", "CSSRS_SCREEN"));
    }

    @Test
    void readsPanicWithTheBandsForAgoraphobia() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("PANIC_DISORDER_WITH_AGORAPHOBIA");
        steps.answer(baseline.assessment(), "PDSS_SR", List.of(1, 1, 1, 1, 1, 1, 1))
                .statusCode(201)
                .body("variant", equalTo("WITH_AGORAPHOBIA"))
                .body("band", equalTo("BORDERLINE"));
    }

    /** An assessment that was noted as missed an hour ago, when the hour for late answers was over too. */
    @Nested
    class AWindowThatIsOver {

        private final Instant over = OutcomeSteps.now().minus(Duration.ofHours(1));
        private UUID assessment;

        @BeforeEach
        void endTheWindow() {
            assessment = steps.patientWithOpenBaseline("GAD").assessment();
            Database.execute("update assessment set opens_at = ?, due_at = ?, closes_at = ?, late_until = ?, missed_at = ? where id = ?",
                    hoursBefore(3), hoursBefore(2), hoursBefore(1), hoursBefore(0), hoursBefore(0), assessment);
        }

        @ParameterizedTest(name = "an answer given {0} minutes before its end: {1}")
        @CsvSource({"-1, 409, window-closed,", "1, 201,, true", "59, 201,, true", "61, 201,, false", "179, 201,, false",
                "181, 409, window-not-open,"})
        void takesWhatWasGivenInTime(int minutesBefore, int status, String code, Boolean late) {
            answeredAt(over.minus(Duration.ofMinutes(minutesBefore)))
                    .statusCode(status)
                    .body("code", equalTo(code))
                    .body("late", equalTo(late));
        }

        @Test
        void staysMissedUntilItIsComplete() {
            answeredAt(over.minus(Duration.ofMinutes(30))).statusCode(201);
            assertThat(Database.count("select count(*) from assessment where id = ? and missed_at = late_until", assessment)).isOne();
        }

        private ValidatableResponse answeredAt(Instant moment) {
            return steps.answerAs(Tokens.of("therapist", "harbor"), assessment,
                    Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN, "answeredAt", moment.toString()));
        }

        private OffsetDateTime hoursBefore(int hours) {
            return over.minus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC);
        }
    }

    @Nested
    class WhoMayAnswer {

        @Test
        void isThePatientForThemselves() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answerAs(
                            Tokens.ofPatient(baseline.patient(), "harbor"),
                            baseline.assessment(),
                            Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN))
                    .statusCode(201)
                    .body("answeredBy", equalTo("PATIENT"));
        }

        @Test
        void isNotAnotherPatient() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            String other = Tokens.ofPatient(UUID.randomUUID(), "harbor");
            steps.answerAs(other, baseline.assessment(), Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN))
                    .statusCode(404)
                    .body("code", equalTo("no-such-assessment"));
        }

        @Test
        void isNotThePatientForACliniciansRating() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answerAs(
                            Tokens.ofPatient(baseline.patient(), "harbor"),
                            baseline.assessment(),
                            Map.of("instrument", "HAMA", "answers", Collections.nCopies(14, 1)))
                    .statusCode(403)
                    .body("code", equalTo("clinician-only"));
        }

        @Test
        void isNobodyOfAnotherClinic() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            steps.answerAs(
                            Tokens.of("prescriber", "meadow"),
                            baseline.assessment(),
                            Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN))
                    .statusCode(404)
                    .body("code", equalTo("no-such-assessment"));
        }

        @Test
        void isNoAnalyst() {
            UUID assessment = steps.patientWithOpenBaseline("GAD").assessment();
            steps.answerAs(
                            Tokens.of("analyst", "harbor"),
                            assessment,
                            Map.of("instrument", "GAD7", "answers", GAD7_FIFTEEN))
                    .statusCode(403);
        }
    }

    @Nested
    class WhoMayRead {

        @Test
        void isThePatientTheirOwn() {
            OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
            String id = steps.answer(baseline.assessment(), "GAD7", GAD7_FIFTEEN).extract().path("id");
            read(Tokens.ofPatient(baseline.patient(), "harbor"), id).then().statusCode(200);
            read(Tokens.ofPatient(UUID.randomUUID(), "harbor"), id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("no-such-response"))
                    .body(not(containsString(baseline.patient().toString())));
            read(Tokens.of("therapist", "meadow"), id).then().statusCode(404);
        }

        private Response read(String token, String id) {
            return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/responses/{id}", id);
        }
    }

    private static long responsesOf(UUID patient) {
        return Database.count("select count(*) from questionnaire_response where patient_id = ?", patient);
    }

    private Response submit(UUID assessment, Map<String, ?> body, String key) {
        return steps.as("therapist")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/assessments/{id}/responses", assessment);
    }
}
