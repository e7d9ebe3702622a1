package health.stillpoint.session.ledger.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.ledger.domain.Movement;
import health.stillpoint.session.ledger.domain.MovementType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code ledger_movement}; never changed. */
@Entity
@Table(name = "ledger_movement")
public class MovementEntity extends ClinicEntity {

    public UUID lotId;
    @Enumerated(EnumType.STRING)
    public MovementType type;
    public BigDecimal milligrams;
    public BigDecimal lotDelta;
    public BigDecimal sessionDelta;
    public UUID sessionId;
    public UUID doseId;
    public UUID patientId;
    public String reason;
    public UUID recordedBy;
    public UUID witnessedBy;
    public Instant occurredAt;
    public Instant recordedAt;

    static MovementEntity of(Movement movement) {
        MovementEntity row = new MovementEntity();
        row.id = movement.id();
        row.lotId = movement.lotId();
        row.type = movement.type();
        row.milligrams = movement.milligrams();
        row.lotDelta = movement.lotDeltaMilligrams();
        row.sessionDelta = movement.sessionDeltaMilligrams();
        row.sessionId = movement.sessionId();
        row.doseId = movement.doseId();
        row.patientId = movement.patientId();
        row.reason = movement.reason();
        row.recordedBy = movement.recordedBy();
        row.witnessedBy = movement.witnessedBy();
        row.occurredAt = movement.occurredAt();
        row.recordedAt = movement.recordedAt();
        return row;
    }

    Movement toDomain() {
        return new Movement(id, lotId, type, milligrams, lotDelta, sessionDelta, sessionId, doseId, patientId, reason, recordedBy,
                witnessedBy, occurredAt, recordedAt);
    }
}
