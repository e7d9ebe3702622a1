package health.stillpoint.patient.merge.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.merge.domain.RecordMerge;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergeEventsContractTest {

    @Test
    void tellsAMergeUnderBothKeysAsItsGoldenExample() {
        UUID merged = UUID.fromString("0197a100-0000-7000-8000-000000000002");
        RecordMerge merge = new RecordMerge(UUID.randomUUID(), new PatientId(Facts.PATIENT), new PatientId(merged),
                "CANARY-reason", Person.PHYSICIAN, Instant.parse("2026-03-05T09:00:00Z"));

        List<OutboundEvent> facts = MergeEvents.merged(merge).toList();

        assertThat(facts).extracting(OutboundEvent::key).containsExactlyInAnyOrder(Facts.PATIENT, merged);
        facts.forEach(fact -> ContractChecks.isGoldenExample(PatientMergedV1.TYPE, fact.data()));
        assertThat(facts.toString() + merge).doesNotContain("CANARY");
    }
}
