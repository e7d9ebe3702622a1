package health.stillpoint.patient.risk.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;

/** A safety alert waits to be dealt with. */
@Singleton
class SafetyAlertFlagHandler extends PatientFactHandler<SafetyAlertRaisedV1> {

    private final RiskFlags flags;

    SafetyAlertFlagHandler(RiskFlags flags) {
        super(SafetyAlertRaisedV1.TYPE, SafetyAlertRaisedV1.class);
        this.flags = flags;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<SafetyAlertRaisedV1> event) {
        flags.raise(patientId, RiskFlag.SAFETY_ALERT, event.data().alertId(), event.occurredAt());
    }
}
