package health.stillpoint.session.recovery.api;

import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.session.api.EscortBody;
import java.time.Instant;
import java.util.UUID;

/** A discharge. */
public record DischargeView(UUID id, long version, UUID sessionId, UUID doseId, Instant recoveredAt, Instant dischargedAt, EscortBody escort,
        Instant nextContactAt, UUID dischargedBy, Instant recordedAt, boolean recordedLate) {

    static DischargeView of(Discharge discharge) {
        return new DischargeView(discharge.id(), 0, discharge.sessionId(), discharge.doseId(), discharge.recoveredAt(),
                discharge.dischargedAt(), EscortBody.of(discharge.escort()), discharge.nextContactAt(), discharge.dischargedBy(),
                discharge.recordedAt(), discharge.recordedLate());
    }

    @Override
    public String toString() {
        return "DischargeView[" + id + "]";
    }
}
