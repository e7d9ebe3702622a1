package health.stillpoint.patient.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID CLINICIAN = Person.PHYSICIAN;

    @Nested
    class AsADraft {

        @Test
        void isEdited() {
            Intake edited = draft(usual()).edit(changed("fearOfLosingControl", "8"), CLINICIAN);

            assertThat(edited.content().fearOfLosingControl()).isEqualTo(8);
            assertThat(edited.isSigned()).isFalse();
        }

        @Test
        void isSignedWhenComplete() {
            assertThat(draft(usual()).sign(CLINICIAN, NOON).isSigned()).isTrue();
            assertThat(draft(usual()).sign(CLINICIAN, NOON).signedAt()).contains(NOON);
            assertThat(draft(usual()).signedAt()).isEmpty();
        }

        @ParameterizedTest(name = "is not signed without {0}")
        @ValueSource(strings = {"primaryDiagnosis", "nature", "traumaOrigin", "intrusiveImagery", "fearOfLosingControl",
            "comfortWithAlteredStates", "priorAlteredState", "support", "expectations"})
        void isNotSignedWithoutAMandatoryPart(String part) {
            var refusal = catchThrowableOfType(IntakeRefusal.Incomplete.class,
                    () -> draft(changed(part, null)).sign(CLINICIAN, NOON));

            assertThat(refusal.missing()).contains(part);
        }

        @Test
        void namesEverythingThatIsMissingAtOnce() {
            var empty = new IntakeContent(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null);

            var refusal = catchThrowableOfType(IntakeRefusal.Incomplete.class, () -> draft(empty).sign(CLINICIAN, NOON));

            assertThat(refusal.missing()).hasSize(11).contains("severity.cgiSeverity", "severity.primaryEndpoint");
        }

        @ParameterizedTest(name = "with {0} of {1} is contradictory: {2}")
        @CsvSource({"LSAS_SR, -1, true", "LSAS_SR, 0, false", "LSAS_SR, 144, false", "LSAS_SR, 145, true", "GAD7, 21, false", "GAD7, 22, true",
            "PDSS_SR, 28, false", "PDSS_SR, 29, true", "APA_SEV_AGORAPHOBIA, 40, false", "APA_SEV_AGORAPHOBIA, 41, true",
            "CGI_S, 0, true", "CGI_S, 7, false", "CGI_S, 99, true", "HOME_MADE, 5, true"})
        void isContradictoryWithATotalItsInstrumentCannotHave(String instrument, int total, boolean contradictory) {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            given.putObject("intake").putObject("severity").putObject("primaryEndpoint").put("instrument", instrument).put("total", total);

            assertThat(IntakeCompleteness.contradictory(Person.intake(given)).contains("severity.primaryEndpoint.total")).isEqualTo(contradictory);
        }

        @Test
        void isNotSignedWithATotalItsInstrumentCannotHave() {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            given.putObject("intake").putObject("severity").putObject("primaryEndpoint").put("total", 999);

            var refusal = catchThrowableOfType(IntakeRefusal.Contradictory.class,
                    () -> draft(Person.intake(given)).sign(CLINICIAN, NOON));

            assertThat(refusal.parts()).containsExactly("severity.primaryEndpoint.total");
        }

        @Test
        void needsTheInstrumentThatBelongsToTheDiagnosis() {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            given.putObject("intake").putObject("severity").putObject("primaryEndpoint").put("instrument", "GAD7");

            assertThat(IntakeCompleteness.missing(Person.intake(given))).containsExactly("severity.primaryEndpoint");
            assertThat(IntakeCompleteness.missing(changed("primaryDiagnosis", null)))
                    .containsExactly("primaryDiagnosis", "severity.primaryEndpoint");
        }
    }

    @Nested
    class OnceSigned {

        private final Intake signed = draft(usual()).sign(CLINICIAN, NOON);

        @Test
        void isNeverEdited() {
            assertThatThrownBy(() -> signed.edit(usual(), CLINICIAN)).isInstanceOf(IntakeRefusal.Signed.class);
        }

        @Test
        void isNotSignedAgain() {
            assertThatThrownBy(() -> signed.sign(CLINICIAN, NOON)).isInstanceOf(IntakeRefusal.Signed.class);
        }
    }

    @ParameterizedTest(name = "cognitive {0}, somatic {1}, behavioural {2} is dominated by {3}")
    @CsvSource({
        "3, 1, 2, COGNITIVE",
        "2, 2, 1, COGNITIVE SOMATIC",
        "2, 2, 2, COGNITIVE SOMATIC BEHAVIOURAL",
        "1, 1, 2, BEHAVIOURAL",
        "1, 1, 1, UNDIFFERENTIATED",
        "0, 0, 0, UNDIFFERENTIATED"
    })
    void knowsWhatDominates(int cognitive, int somatic, int behavioural, String dominant) {
        assertThat(new NatureRatings(cognitive, somatic, behavioural).dominant(2))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(dominant.split(" "));
    }

    @ParameterizedTest(name = "PSWQ {0}, BAI {1}, LSAS avoidance {2} questions {3}")
    @CsvSource({
        "59, 25, 35, ''",
        "60, 25, 35, COGNITIVE",
        "59, 26, 35, SOMATIC",
        "59, 25, 36, BEHAVIOURAL"
    })
    void questionsARatingThatAnInstrumentContradicts(int pswq, int bai, int avoidance, String questioned) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        ObjectNode intake = given.putObject("intake");
        intake.putObject("nature").put("cognitive", 1).put("somatic", 1).put("behavioural", 1);
        intake.putObject("measures").put("pswq", pswq).put("bai", bai).put("lsasAvoidance", avoidance);

        assertThat(NatureReview.questioned(Person.intake(given), Limits.INTAKE))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(questioned.isEmpty() ? new String[0] : questioned.split(" "));
    }

    @ParameterizedTest(name = "{0} {1} with CGI-S {2} is above the threshold: {3}")
    @CsvSource({
        "GAD7, 7, 3, false", "GAD7, 8, 3, true", "LSAS_SR, 29, 3, false", "LSAS_SR, 30, 3, true",
        "PDSS_SR, 7, 3, false", "PDSS_SR, 8, 3, true", "APA_SEV_AGORAPHOBIA, 14, 3, false",
        "APA_SEV_AGORAPHOBIA, 15, 3, true", "APA_SEV_SPECIFIC_PHOBIA, 14, 3, false", "APA_SEV_SPECIFIC_PHOBIA, 15, 3, true",
        "LSAS_SR, 10, 4, true", "UNKNOWN, 99, 3, false"
    })
    void knowsWhenAnxietyIsSevereEnough(String instrument, int total, int cgi, boolean above) {
        var severity = new IntakeContent.Severity(cgi, new IntakeContent.Score(instrument, total), null);

        assertThat(SeverityPolicy.aboveThreshold(severity, 4)).isEqualTo(above);
    }

    @ParameterizedTest(name = "{0}, conversation recorded {1}: a conversation is needed {2}")
    @CsvSource({"CURE, false, true", "CURE, true, false", "STRONG_HELP, false, false", "UNSURE, false, false"})
    void asksForAConversationWhereACureIsExpected(IntakeContent.Expectation expected, boolean recorded, boolean needed) {
        assertThat(new IntakeContent.Expectations(expected, recorded).needConversation()).isEqualTo(needed);
    }

    @ParameterizedTest(name = "escort {0}, first night {1}, alone {2}, therapist {3}, housing {4}: support {5}")
    @CsvSource({"true, true, false, true, true, 4", "true, true, true, true, true, 4", "false, false, true, false, false, 0",
        "true, false, false, false, false, 1", "false, true, false, false, false, 1", "false, false, false, true, false, 1",
        "false, false, false, false, true, 1"})
    void countsSupportWithoutLivingAlone(
            boolean escort, boolean firstNight, boolean alone, boolean therapist, boolean housing, int score) {
        assertThat(new IntakeContent.Support(escort, firstNight, alone, therapist, housing).score()).isEqualTo(score);
    }

    private static Intake draft(IntakeContent content) {
        return Intake.draft(UUID.randomUUID(), new PatientId(UUID.randomUUID()), 1, content, CLINICIAN);
    }

    private static IntakeContent usual() {
        return Person.intake(JsonNodeFactory.instance.objectNode());
    }

    private static IntakeContent changed(String field, String value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        JsonNode changed = value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
        given.putObject("intake").set(field, changed);
        return Person.intake(given);
    }
}
