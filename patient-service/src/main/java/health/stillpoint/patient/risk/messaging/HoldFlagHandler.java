package health.stillpoint.patient.risk.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;

/** A hold stands. */
@Singleton
class HoldFlagHandler extends PatientFactHandler<HoldPlacedV1> {

    private final RiskFlags flags;

    HoldFlagHandler(RiskFlags flags) {
        super(HoldPlacedV1.TYPE, HoldPlacedV1.class);
        this.flags = flags;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<HoldPlacedV1> event) {
        flags.raise(patientId, RiskFlag.HOLD, event.data().holdId(), event.occurredAt());
    }
}
