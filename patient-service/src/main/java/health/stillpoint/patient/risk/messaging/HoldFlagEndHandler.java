package health.stillpoint.patient.risk.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;

/** A hold was cleared. */
@Singleton
class HoldFlagEndHandler extends PatientFactHandler<HoldClearedV1> {

    private final RiskFlags flags;

    HoldFlagEndHandler(RiskFlags flags) {
        super(HoldClearedV1.TYPE, HoldClearedV1.class);
        this.flags = flags;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<HoldClearedV1> event) {
        flags.end(patientId, RiskFlag.HOLD, event.data().holdId(), event.occurredAt());
    }
}
