package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleClass;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleOutcome;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandidacyPolicyTest {

    static List<Case> cases() {
        return Cases.of("candidacy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesByTheRulesInTheirOrder(Case c) {
        CandidacyResult result = Person.candidacy().decide(Person.candidacyInputs(c.given()));

        JsonNode then = c.then();
        assertThat(result.outcome()).isEqualTo(CandidacyOutcome.valueOf(then.get("outcome").asText()));
        assertThat(result.reasonCodes()).containsAll(Cases.texts(then.path("reasons")));
        assertThat(result.reasonCodes()).noneMatch(Cases.texts(then.path("notReasons"))::contains);
        assertThat(result.missing()).isEqualTo(Cases.texts(then.path("missing")));
        assertThat(result.conditions()).extracting(Enum::name).containsAll(Cases.texts(then.path("conditions")));
        assertThat(result.lowStart()).extracting(Enum::name).containsAll(Cases.texts(then.path("lowStart")));
        assertThat(result.conditions()).extracting(Enum::name).noneMatch(Cases.texts(then.path("notConditions"))::contains);
        if (then.has("allReasons")) {
            assertThat(result.reasonCodes()).isEqualTo(Cases.texts(then.get("allReasons")));
        }
        then.path("results").fieldNames().forEachRemaining(code -> assertThat(rule(result, code).result())
                .as(code).isEqualTo(RuleOutcome.valueOf(then.get("results").get(code).asText())));
        assertThat(result.doseFactor()).isEqualByComparingTo(then.path("doseFactor").asText("1"));
        assertThat(result.doseFactorParenteral()).isEqualByComparingTo(then.path("doseFactorParenteral").asText("1"));
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
        CandidacyResult result = Person.candidacy().decide(Person.candidacyInputs(c.given()));

        assertThat(result.reasonCodes()).isNotEmpty();
        assertThat(result.ruleSetVersion()).isEqualTo("2026.5");
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
        assertThat(Person.candidacy().decide(readAgain)).isEqualTo(Person.candidacy().decide(inputs));
    }

    @Test
    void decidesTheSameFromInputsStoredBeforeModerateAlertsWereWeighed() throws Exception {
        // Given
        JsonMapper store = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        CandidacyInputs inputs = Person.candidacyInputs(
                JsonNodeFactory.instance.objectNode().put("suicideAlertAt", "2026-03-02T10:00:01Z"));

        // When
        String stored = store.writeValueAsString(inputs).replace("\"suicideModerateAlertAt\":null,", "");
        CandidacyInputs readAgain = store.readValue(stored, CandidacyInputs.class);

        // Then
        assertThat(stored).doesNotContain("suicideModerateAlertAt");
        assertThat(readAgain).isEqualTo(inputs);
        assertThat(Person.candidacy().decide(readAgain).reasonCodes()).contains("SCR_SUICIDE_HIGH");
    }

    /** Rules 1 to 7 of section 6 each have their cases, and every gate and favorable sign is there in one and not in another. */
    @Test
    void hasACaseForEveryRuleFiringAndNotFiring() {
        List<String> names = cases().stream().map(Case::name).toList();
        for (int rule = 1; rule <= 7; rule++) {
            String prefix = "rule " + rule + ":";
            assertThat(names).as(prefix).anyMatch(name -> name.startsWith(prefix));
        }
        Map<String, Set<CandidacyRule.RuleOutcome>> outcomes = new TreeMap<>();
        cases().stream()
                .flatMap(c -> Person.candidacy().decide(Person.candidacyInputs(c.given())).rules().stream())
                .filter(rule -> rule.ruleClass() == RuleClass.GATE || rule.ruleClass() == RuleClass.FAVORABLE)
                .forEach(rule -> outcomes.computeIfAbsent(rule.code(), _ -> new HashSet<>()).add(rule.result()));
        assertThat(outcomes).hasSize(56)
                .allSatisfy((code, results) -> assertThat(results).as(code).contains(RuleOutcome.FIRED, RuleOutcome.CLEAR));
        assertThat(outcomes.get("NOT_RESISTANT")).contains(RuleOutcome.OVERRIDDEN);
    }

    @Test
    void reachesEveryOutcome() {
        assertThat(cases()).extracting(c -> CandidacyOutcome.valueOf(c.then().get("outcome").asText()))
                .contains(CandidacyOutcome.values());
    }

    private static CandidacyRule rule(CandidacyResult result, String code) {
        return result.rules().stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
    }
}
