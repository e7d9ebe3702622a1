package health.stillpoint.patient.intake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.Nature;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntakeEventsContractTest {

    private static final Instant SIGNED = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void tellsASignedIntakeAsItsGoldenExample() {
        Intake intake = Intake.draft(Facts.INTAKE, new PatientId(Facts.PATIENT), 1,
                        Person.intake(JsonNodeFactory.instance.objectNode()), Person.PHYSICIAN)
                .sign(Person.PHYSICIAN, SIGNED);

        var fact = IntakeEvents.signed(
                intake, Set.of(Nature.COGNITIVE), Set.of(LowStartTrigger.FEAR_OF_LOSING_CONTROL), SIGNED);

        ContractChecks.isGoldenExample(IntakeSignedV1.TYPE, fact.data());
        assertThat(fact.occurredAt()).isEqualTo(SIGNED);
    }
}
