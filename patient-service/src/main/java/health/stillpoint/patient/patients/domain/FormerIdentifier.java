package health.stillpoint.patient.patients.domain;

import java.time.Instant;
import java.util.UUID;

/** A number that a patient is no longer known by. */
public record FormerIdentifier(UUID id, Identifier identifier, Reason reason, UUID endedBy, Instant endedAt) {

    /** Why it ended. */
    public enum Reason {
        /** Another one took its place, as at a new insurer: it still finds this patient and is nobody else's. FHIR: old. */
        OUT_OF_USE,
        /** It never was this patient's: it finds them no longer, and whose it is may get it. */
        ENTERED_IN_ERROR
    }

    /** Never the number: records end up in logs. */
    @Override
    public String toString() {
        return "FormerIdentifier[" + id + "]";
    }
}
