package health.stillpoint.kit.audit;

import java.util.UUID;

/**
 * Where a clinic's chain stood.
 *
 * @param position position of the last row
 * @param hash its hash, 64 hexadecimal digits
 * @param createdAt real time, UTC, ISO 8601 with six decimals
 * @param keyId name of the key that signed, {@code none} when unsigned
 * @param signature Ed25519 signature of the canonical form in Base64, null when unsigned
 */
public record AuditCheckpoint(UUID clinicId, String service, long position, String hash, String createdAt, String keyId,
        String signature) {

    byte[] canonical() {
        return new CanonicalForm("stillpoint-audit-checkpoint-1")
                .field("clinicId", clinicId).field("service", service).field("position", position).field("hash", hash)
                .field("createdAt", createdAt).field("keyId", keyId)
                .bytes();
    }

    AuditCheckpoint signed(CheckpointKey key) {
        return new AuditCheckpoint(clinicId, service, position, hash, createdAt, key.id(), key.sign(
                new AuditCheckpoint(clinicId, service, position, hash, createdAt, key.id(), null).canonical()));
    }
}
