package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.FormerIdentifier;
import java.time.Instant;
import java.util.UUID;

/** A number the patient is no longer known by. */
public record FormerIdentifierView(
        UUID id, String system, String value, FormerIdentifier.Reason reason, UUID endedBy, Instant endedAt) {

    static FormerIdentifierView of(FormerIdentifier former) {
        return new FormerIdentifierView(former.id(), former.identifier().system(), former.identifier().value(), former.reason(),
                former.endedBy(), former.endedAt());
    }

    @Override
    public String toString() {
        return "FormerIdentifierView[" + id + "]";
    }
}
