package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** A safety alert has been dealt with. */
@Singleton
class SafetyAlertFlagEndHandler extends FlagHandler<SafetyAlertResolvedV1> {

    private final RiskFlags flags;

    SafetyAlertFlagEndHandler(RiskFlags flags) {
        super(SafetyAlertResolvedV1.TYPE, SafetyAlertResolvedV1.class);
        this.flags = flags;
    }

    @Override
    void apply(PatientId patientId, UUID source, Instant at) {
        flags.end(patientId, RiskFlag.SAFETY_ALERT, source, at);
    }
}
