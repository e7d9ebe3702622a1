package health.stillpoint.patient.intake.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.Nature;
import java.time.Instant;
import java.util.Set;

/** What the other services are told of an intake. */
public final class IntakeEvents {

    private IntakeEvents() { }

    public static OutboundEvent signed(Intake intake, Set<Nature> dominant, Set<LowStartTrigger> lowStart, Instant signedAt) {
        return new OutboundEvent(Ids.next(), IntakeSignedV1.TYPE, intake.patientId().value(), signedAt,
                data(intake, dominant, lowStart, signedAt));
    }

    static IntakeSignedV1 data(Intake intake, Set<Nature> dominant, Set<LowStartTrigger> lowStart, Instant at) {
        return new IntakeSignedV1(intake.patientId().value(), intake.id(), intake.number(),
                intake.content().primaryDiagnosis().code().name(),
                dominant.stream().sorted().map(Enum::name).toList(),
                lowStart.stream().sorted().map(Enum::name).toList(),
                at);
    }
}
