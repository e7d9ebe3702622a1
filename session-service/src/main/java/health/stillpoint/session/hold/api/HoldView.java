package health.stillpoint.session.hold.api;

import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.hold.domain.HoldSeverity;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A hold. */
public record HoldView(UUID id, long version, UUID patientId, HoldCode code, HoldSeverity severity, boolean open, UUID origin,
        String reason, Instant placedAt, UUID placedBy, Set<String> clearedByRoles, UUID clearedBy, Instant clearedAt,
        String clearReason, Instant clearedUntil) {

    static HoldView of(Hold hold, Instant now) {
        return new HoldView(hold.id(), hold.version(), hold.patientId(), hold.code(), hold.severity(), hold.openAt(now), hold.origin(),
                hold.reason(), hold.placedAt(), hold.placedBy(), new TreeSet<>(hold.code().clearingRoles()), hold.clearedBy(),
                hold.clearedAt(), hold.clearReason(), hold.clearedUntil());
    }

    @Override
    public String toString() {
        return "HoldView[" + id + "]";
    }
}
