package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** A safety alert waits to be dealt with. */
@Singleton
class SafetyAlertFlagHandler extends FlagHandler<SafetyAlertRaisedV1> {

    private final RiskFlags flags;

    SafetyAlertFlagHandler(RiskFlags flags) {
        super(SafetyAlertRaisedV1.TYPE, SafetyAlertRaisedV1.class);
        this.flags = flags;
    }

    @Override
    void apply(PatientId patientId, UUID source, Instant at) {
        flags.raise(patientId, RiskFlag.SAFETY_ALERT, source, at);
    }
}
