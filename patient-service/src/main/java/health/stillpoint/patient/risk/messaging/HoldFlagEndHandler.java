package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** A hold was cleared. */
@Singleton
class HoldFlagEndHandler extends FlagHandler<HoldClearedV1> {

    private final RiskFlags flags;

    HoldFlagEndHandler(RiskFlags flags) {
        super(HoldClearedV1.TYPE, HoldClearedV1.class);
        this.flags = flags;
    }

    @Override
    void apply(PatientId patientId, UUID source, Instant at) {
        flags.end(patientId, RiskFlag.HOLD, source, at);
    }
}
