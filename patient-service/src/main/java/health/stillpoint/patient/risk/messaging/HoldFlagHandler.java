package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.risk.RiskFlags;
import health.stillpoint.patient.risk.domain.RiskFlag;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** A hold stands. */
@Singleton
class HoldFlagHandler extends FlagHandler<HoldPlacedV1> {

    private final RiskFlags flags;

    HoldFlagHandler(RiskFlags flags) {
        super(HoldPlacedV1.TYPE, HoldPlacedV1.class);
        this.flags = flags;
    }

    @Override
    void apply(PatientId patientId, UUID source, Instant at) {
        flags.raise(patientId, RiskFlag.HOLD, source, at);
    }
}
