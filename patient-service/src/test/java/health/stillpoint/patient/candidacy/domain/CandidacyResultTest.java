package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Person;
import org.junit.jupiter.api.Test;

class CandidacyResultTest {

    @Test
    void asksForScreeningWhenRowsAreOpenOrTheVisitIsOld() {
        ObjectNode open = given();
        open.putObject("answers").put("PHEO", "UNKNOWN");
        ObjectNode old = given().put("today", "2026-04-02");

        assertThat(result(open).asksForScreening()).isTrue();
        assertThat(result(old).asksForScreening()).isTrue();
        assertThat(result(given()).asksForScreening()).isFalse();
    }

    @Test
    void leavesUnexplainedWhatNobodyAgreedTo() {
        assertThat(result(earlier("SCR_DISSOCIATIVE_DISORDER", false)).leavesUnexplained("DISSOCIATIVE_DISORDER")).isTrue();
        assertThat(result(earlier("DX_DISSOCIATIVE_DISORDER", false)).leavesUnexplained("DISSOCIATIVE_DISORDER")).isTrue();
        assertThat(result(earlier("SCR_OUD_HISTORY", false)).leavesUnexplained("DISSOCIATIVE_DISORDER")).isFalse();
        assertThat(result(earlier("SCR_DISSOCIATIVE_DISORDER", true)).leavesUnexplained("DISSOCIATIVE_DISORDER")).isFalse();
    }

    private static ObjectNode earlier(String code, boolean agreed) {
        ObjectNode given = given();
        given.putArray("excludedEarlier").addObject().put("code", code).put("class", "REL").put("on", "2026-02-20").put("agreed", agreed);
        return given;
    }

    private static ObjectNode given() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static CandidacyResult result(ObjectNode given) {
        return Person.candidacy().decide(Person.candidacyInputs(given));
    }
}
