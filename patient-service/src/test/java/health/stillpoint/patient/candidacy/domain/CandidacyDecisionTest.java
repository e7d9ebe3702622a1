package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CandidacyDecisionTest {

    private static final Instant DECIDED = Instant.parse("2026-03-02T15:00:00Z");
    private static final PatientId PATIENT = new PatientId(UUID.fromString("0197a000-0000-7000-8000-0000000000f1"));

    @Test
    void expiresAfterNinetyDays() {
        CandidacyDecision decision = decided(usual());

        assertThat(decision.expiresAt()).isEqualTo(DECIDED.plus(Duration.ofDays(90)));
        assertThat(decision.permitsTreatment(decision.expiresAt().minusSeconds(1))).isTrue();
        assertThat(decision.permitsTreatment(decision.expiresAt())).isFalse();
    }

    @Test
    void isRefusedWhileSomethingIsMissing() {
        var refusal = catchThrowableOfType(CandidacyRefusal.NotReady.class, () -> decided(usual().put("noScreening", true)));

        assertThat(refusal.missing()).containsExactly("SCREENING_MISSING");
    }

    @Test
    void permitsNothingWhenDeferred() {
        ObjectNode nothingFailed = usual();
        nothingFailed.putArray("treatments");

        assertThat(decided(nothingFailed).permitsTreatment(DECIDED)).isFalse();
    }

    @Test
    void weighsAnAbsoluteFindingOfALaterScreeningAsNews() {
        ObjectNode later = usual();
        later.putObject("answers").put("PHEO", "PRESENT");

        assertThat(decided(usual()).unknownTo(Person.SCREENING.evaluate(Person.screeningCase(later))))
                .containsExactly("SCR_PHEO");
    }

    @Test
    void knowsAClearedFindingAgain() {
        ObjectNode cleared = usual();
        cleared.putObject("answers").put("BIPOLAR_STABLE", "PRESENT");
        CandidacyDecision decision = decided(cleared.deepCopy().set("cleared",
                JsonNodeFactory.instance.arrayNode().add("BIPOLAR_STABLE")));

        assertThat(decision.unknownTo(Person.SCREENING.evaluate(Person.screeningCase(cleared)))).isEmpty();
    }

    @Nested
    class WithASecondReader {

        @Test
        void permitsNothingUntilTheReaderAgrees() {
            CandidacyDecision waiting = overridden();

            assertThat(waiting.permitsTreatment(DECIDED)).isFalse();
            assertThat(waiting.read(Person.SECOND_PHYSICIAN, true, DECIDED).permitsTreatment(DECIDED)).isTrue();
            assertThat(waiting.read(Person.SECOND_PHYSICIAN, false, DECIDED).permitsTreatment(DECIDED)).isFalse();
        }

        @Test
        void refusesThePhysicianWhoDecided() {
            assertThatThrownBy(() -> overridden().read(Person.PHYSICIAN, true, DECIDED))
                    .isInstanceOf(CandidacyRefusal.SameReader.class);
        }

        @Test
        void isNotReadTwice() {
            CandidacyDecision read = overridden().read(Person.SECOND_PHYSICIAN, false, DECIDED);

            assertThatThrownBy(() -> read.read(Person.SECOND_PHYSICIAN, true, DECIDED))
                    .isInstanceOf(CandidacyRefusal.NotAwaitingReader.class);
        }

        private CandidacyDecision overridden() {
            ObjectNode given = usual().put("override", "PATIENT_CANNOT_WAIT");
            given.putArray("treatments");
            return decided(given);
        }
    }

    @Nested
    class WhenEnded {

        @Test
        void permitsNothingAndStaysEnded() {
            CandidacyDecision ended = decided(usual()).end(List.of("OUT_OF_DATE"), DECIDED);

            assertThat(ended.permitsTreatment(DECIDED)).isFalse();
            assertThat(ended.end(List.of("REPLACED"), DECIDED)).isEqualTo(ended);
        }
    }

    private static ObjectNode usual() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static CandidacyDecision decided(com.fasterxml.jackson.databind.JsonNode given) {
        CandidacyInputs inputs = Person.candidacyInputs(given);
        return CandidacyDecision.take(UUID.randomUUID(), PATIENT, inputs, Person.CANDIDACY.decide(inputs),
                Person.PHYSICIAN, "a rationale", Limits.CANDIDACY);
    }
}
