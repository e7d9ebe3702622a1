package health.stillpoint.patient.screening.api;

import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A clearance: who cleared what, why, under which conditions and until when. */
public record ClearanceView(
        UUID id,
        long version,
        UUID screeningId,
        String findingCode,
        UUID clearedBy,
        Instant clearedAt,
        String rationale,
        List<Condition> conditions,
        BigDecimal doseFactor,
        Instant expiresAt) {

    /** Clearances are never changed, so their version is always the first. */
    static ClearanceView of(Clearance clearance) {
        return new ClearanceView(clearance.id(), 0, clearance.screeningId(), clearance.findingCode(), clearance.clearedBy(),
                clearance.clearedAt(), clearance.rationale(), clearance.conditions().stream().sorted().toList(),
                clearance.doseFactor(), clearance.expiresAt());
    }

    @Override
    public String toString() {
        return "ClearanceView[" + id + "]";
    }
}
