package health.stillpoint.session.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Drug that one person wants to waste or destroy; it becomes a movement when a second, different, signed-in person
 * witnesses it (dosing section 8, wastage, and 8.1 rule 3).
 */
public record DestructionProposal(UUID id, UUID lotId, MovementType type, BigDecimal milligrams, UUID sessionId, String reason,
        UUID proposedBy, Instant occurredAt, Instant proposedAt, UUID witnessedBy, Instant witnessedAt, long version) {

    public boolean open() {
        return witnessedAt == null;
    }

    public DestructionProposal witnessed(UUID by, Instant at) {
        return new DestructionProposal(id, lotId, type, milligrams, sessionId, reason, proposedBy, occurredAt, proposedAt, by, at, version);
    }

    @Override
    public String toString() {
        return "DestructionProposal[" + id + "]";
    }
}
