package health.stillpoint.patient.candidacy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandidacyDecisionEntityTest {

    private static final Instant LATER = Instant.parse("2026-03-03T15:00:00Z");

    static Stream<CandidacyDecision> inEveryState() {
        CandidacyDecision waiting = waiting();
        return Stream.of(waiting, Person.read(waiting, true, LATER),
                Person.read(waiting, false, LATER), waiting.end(List.of("REPLACED"), LATER),
                Person.read(waiting, true, LATER).end(List.of("OUT_OF_DATE"), LATER));
    }

    @ParameterizedTest(name = "in state {0}")
    @MethodSource("inEveryState")
    void keepsEverythingOfADecision(CandidacyDecision decision) {
        assertThat(CandidacyDecisionEntity.of(decision).toDomain()).isEqualTo(decision);
    }

    private static CandidacyDecision waiting() {
        ObjectNode given = JsonNodeFactory.instance.objectNode().put("override", "PATIENT_CANNOT_WAIT");
        given.putArray("treatments");
        return Person.decided(new PatientId(Facts.PATIENT), Facts.DECISION, given);
    }
}
