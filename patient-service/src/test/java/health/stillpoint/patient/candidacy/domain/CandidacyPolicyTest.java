package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Person;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandidacyPolicyTest {

    static List<Case> cases() {
        return Cases.of("candidacy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesByTheRulesInTheirOrder(Case c) {
        CandidacyResult result = Person.CANDIDACY.decide(Person.candidacyInputs(c.given()));

        JsonNode then = c.then();
        assertThat(result.outcome()).isEqualTo(CandidacyOutcome.valueOf(then.get("outcome").asText()));
        assertThat(result.reasonCodes()).containsAll(Cases.texts(then.path("reasons")));
        assertThat(result.reasonCodes()).noneMatch(Cases.texts(then.path("notReasons"))::contains);
        assertThat(result.missing()).isEqualTo(Cases.texts(then.path("missing")));
        assertThat(result.conditions()).extracting(Enum::name).containsAll(Cases.texts(then.path("conditions")));
        assertThat(result.lowStart()).extracting(Enum::name).containsAll(Cases.texts(then.path("lowStart")));
        if (then.has("stage")) {
            assertThat(result.resistanceStage()).isEqualTo(then.get("stage").asInt());
        }
        if (then.has("secondReader")) {
            assertThat(result.secondReaderRequired()).isEqualTo(then.get("secondReader").asBoolean());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesAtLeastOneReasonAndTheSourceOfEveryRule(Case c) {
        CandidacyResult result = Person.CANDIDACY.decide(Person.candidacyInputs(c.given()));

        assertThat(result.reasonCodes()).isNotEmpty();
        assertThat(result.ruleSetVersion()).isEqualTo("2026.1");
        assertThat(result.rules()).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
        assertThat(result.rules()).extracting(CandidacyRule::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesTheSameFromInputsThatWereStoredAndReadAgain(Case c) throws Exception {
        // Given
        JsonMapper store = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        CandidacyInputs inputs = Person.candidacyInputs(c.given());

        // When
        CandidacyInputs readAgain = store.readValue(store.writeValueAsString(inputs), CandidacyInputs.class);

        // Then
        assertThat(readAgain).isEqualTo(inputs);
        assertThat(Person.CANDIDACY.decide(readAgain)).isEqualTo(Person.CANDIDACY.decide(inputs));
    }
}
