package health.stillpoint.session.ledger.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.ledger.domain.DestructionProposal;
import health.stillpoint.session.ledger.domain.MovementType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code destruction_proposal}. */
@Entity
@Table(name = "destruction_proposal")
public class DestructionProposalEntity extends ClinicEntity {

    public UUID lotId;
    @Enumerated(EnumType.STRING)
    public MovementType type;
    public BigDecimal milligrams;
    public UUID sessionId;
    public String reason;
    public UUID proposedBy;
    public Instant occurredAt;
    public Instant proposedAt;
    public UUID witnessedBy;
    public Instant witnessedAt;

    void copyFrom(DestructionProposal proposal) {
        lotId = proposal.lotId();
        type = proposal.type();
        milligrams = proposal.milligrams();
        sessionId = proposal.sessionId();
        reason = proposal.reason();
        proposedBy = proposal.proposedBy();
        occurredAt = proposal.occurredAt();
        proposedAt = proposal.proposedAt();
        witnessedBy = proposal.witnessedBy();
        witnessedAt = proposal.witnessedAt();
    }

    DestructionProposal toDomain() {
        return new DestructionProposal(id, lotId, type, milligrams, sessionId, reason, proposedBy, occurredAt, proposedAt, witnessedBy,
                witnessedAt, version);
    }
}
