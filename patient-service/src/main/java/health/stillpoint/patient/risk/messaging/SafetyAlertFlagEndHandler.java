package health.stillpoint.patient.risk.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;

/** A safety alert has been dealt with. */
@Singleton
class SafetyAlertFlagEndHandler extends PatientFactHandler<SafetyAlertResolvedV1> {

    private final RiskFlags flags;

    SafetyAlertFlagEndHandler(RiskFlags flags) {
        super(SafetyAlertResolvedV1.TYPE, SafetyAlertResolvedV1.class);
        this.flags = flags;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<SafetyAlertResolvedV1> event) {
        flags.end(patientId, RiskFlag.SAFETY_ALERT, event.data().alertId(), event.occurredAt());
    }
}
