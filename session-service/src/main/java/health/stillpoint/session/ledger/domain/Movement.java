package health.stillpoint.session.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the ledger; never changed, never deleted.
 *
 * @param milligrams positive; the type says which way it goes
 * @param lotDeltaMilligrams signed change of the lot's balance
 * @param witnessedBy the second person; null unless the type needs one
 */
public record Movement(UUID id, UUID lotId, MovementType type, BigDecimal milligrams, BigDecimal lotDeltaMilligrams,
        BigDecimal sessionDeltaMilligrams, UUID sessionId, UUID doseId, UUID patientId, String reason, UUID recordedBy,
        UUID witnessedBy, Instant occurredAt, Instant recordedAt) {

    public static Movement of(UUID id, UUID lotId, MovementType type, BigDecimal milligrams, UUID sessionId, UUID doseId,
            UUID patientId, String reason, UUID recordedBy, UUID witnessedBy, Instant occurredAt, Instant recordedAt) {
        boolean fromStock = type == MovementType.WASTE && sessionId == null;
        int lotSign = fromStock ? -1 : type.lotSign();
        int sessionSign = sessionId == null ? 0 : type.sessionSign();
        return new Movement(id, lotId, type, milligrams, milligrams.multiply(BigDecimal.valueOf(lotSign)),
                milligrams.multiply(BigDecimal.valueOf(sessionSign)), sessionId, doseId, patientId, reason, recordedBy, witnessedBy,
                occurredAt, recordedAt);
    }
}
