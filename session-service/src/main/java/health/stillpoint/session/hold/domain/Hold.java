package health.stillpoint.session.hold.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A stop on the patient's next dose until a named clinician clears it.
 *
 * @param origin id of what placed it: a safety alert, a vital alert, a checklist; null when placed by hand
 * @param clearedUntil the clearance lapses then and the hold stands again; null = for good
 */
public record Hold(UUID id, UUID patientId, HoldCode code, HoldSeverity severity, UUID origin, String reason, Instant placedAt,
        UUID placedBy, UUID clearedBy, Instant clearedAt, String clearReason, Instant clearedUntil, long version) {

    public static Hold place(UUID id, UUID patientId, HoldCode code, HoldSeverity severity, UUID origin, String reason, UUID by, Instant at) {
        return new Hold(id, patientId, code, severity, origin, reason, at, by, null, null, null, null, 0);
    }

    /** Stands at the moment; one placed later stands too, one lifted later stood still. */
    public boolean openAt(Instant at) {
        boolean liftedLater = clearedAt != null && at.isBefore(clearedAt) && !at.isBefore(placedAt);
        return clearedAt == null || liftedLater || clearedUntil != null && !at.isBefore(clearedUntil);
    }

    public Hold clear(UUID by, String why, Instant until, Instant at) {
        return new Hold(id, patientId, code, severity, origin, reason, placedAt, placedBy, by, at, why, until, version);
    }

    @Override
    public String toString() {
        return "Hold[" + id + ", " + code + "]";
    }
}
