package health.stillpoint.session.ledger.api;

import health.stillpoint.session.ledger.domain.DestructionProposal;
import health.stillpoint.session.ledger.domain.Movement;
import health.stillpoint.session.ledger.domain.MovementType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A line of the ledger, or a destruction that still waits for its witness. */
public record MovementView(UUID id, State state, UUID lotId, MovementType type, BigDecimal milligrams, BigDecimal lotDeltaMilligrams,
        UUID sessionId, UUID doseId, String reason, UUID recordedBy, UUID witnessedBy, Instant occurredAt, Instant recordedAt) {

    /** Whether the line counts already. */
    public enum State { RECORDED, AWAITING_WITNESS }

    static MovementView of(Movement movement) {
        return new MovementView(movement.id(), State.RECORDED, movement.lotId(), movement.type(), movement.milligrams(),
                movement.lotDeltaMilligrams(), movement.sessionId(), movement.doseId(), movement.reason(), movement.recordedBy(),
                movement.witnessedBy(), movement.occurredAt(), movement.recordedAt());
    }

    static MovementView of(DestructionProposal proposal) {
        return new MovementView(proposal.id(), State.AWAITING_WITNESS, proposal.lotId(), proposal.type(), proposal.milligrams(), null,
                proposal.sessionId(), null, proposal.reason(), proposal.proposedBy(), null, proposal.occurredAt(), proposal.proposedAt());
    }

    @Override
    public String toString() {
        return "MovementView[" + id + "]";
    }
}
