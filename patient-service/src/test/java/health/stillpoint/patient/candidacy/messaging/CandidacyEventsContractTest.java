package health.stillpoint.patient.candidacy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Contracts;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidacyEventsContractTest {

    @Test
    void tellsADecisionAsItsGoldenExample() {
        var fact = CandidacyEvents.decided(decision());

        ContractChecks.isGoldenExample(CandidacyDecidedV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.PATIENT);
    }

    @Test
    void tellsTheEndOfADecisionAsItsGoldenExample() {
        CandidacyDecision decision = decision();

        var fact = CandidacyEvents.expired(decision, List.of("OUT_OF_DATE"), decision.expiresAt());

        ContractChecks.isGoldenExample(CandidacyExpiredV1.TYPE, fact.data());
        assertThat(fact.occurredAt()).isEqualTo(decision.expiresAt());
    }

    @Test
    void tellsTheFactorOfACypInhibitorByMouthAndByInjection() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putArray("medications").addObject().put("name", "ticlopidine");

        CandidacyDecidedV1 fact = CandidacyEvents.data(decision(given));

        assertThat(fact.doseFactor()).isEqualByComparingTo("0.5");
        assertThat(fact.doseFactorParenteral()).isEqualByComparingTo("0.75");
    }

    @Test
    void readsASeriousAdverseEvent() throws IOException {
        String example = Contracts.example(AdverseEventReportedV1.TYPE);

        AdverseEventReportedV1 fact = EventJson.read(example.getBytes(StandardCharsets.UTF_8), AdverseEventReportedV1.class);

        assertThat(fact).hasNoNullFieldsOrProperties();
        assertThat(fact.mayBeSerious()).isTrue();
    }

    @Test
    void takesAnAdverseEventOfUnknownWeightAsSerious() {
        assertThat(new AdverseEventReportedV1(Facts.PATIENT, Facts.DECISION, null).mayBeSerious()).isTrue();
        assertThat(new AdverseEventReportedV1(Facts.PATIENT, Facts.DECISION, false).mayBeSerious()).isFalse();
    }

    private static CandidacyDecision decision() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("intake").put("fearOfLosingControl", 6);
        return decision(given);
    }

    private static CandidacyDecision decision(ObjectNode given) {
        return Person.decided(new PatientId(Facts.PATIENT), Facts.DECISION, given);
    }
}
