package health.stillpoint.kit.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One sealed row of a clinic's audit trail; docs/audit-trail.md describes each field and the hash.
 *
 * @param occurredAt clinic time, UTC, ISO 8601 with six decimals
 * @param recordedAt real time of the service, UTC, ISO 8601 with six decimals
 * @param aboutId the person whose data was touched
 * @param roles sorted, joined by commas
 * @param fields names joined by commas
 * @param previousHash 64 hexadecimal digits: the hash of the row before, all zero for the first
 * @param hash SHA-256 of this row's canonical form, 64 hexadecimal digits
 */
@JsonPropertyOrder({"clinicId", "position", "id", "occurredAt", "recordedAt", "subject", "clientId", "roles", "action",
        "entityType", "entityId", "aboutId", "fields", "outcome", "problemCode", "requestId", "traceId", "ip", "service",
        "version", "previousHash", "hash"})
public record AuditEvent(UUID clinicId, long position, UUID id, String occurredAt, String recordedAt, String subject,
        String clientId, String roles, String action, String entityType, UUID entityId, UUID aboutId, String fields,
        String outcome, String problemCode, String requestId, String traceId, String ip, String service, String version,
        String previousHash, String hash) {

    /** What the first row of a chain has before it. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    /** The hash this row must have. */
    public String expectedHash(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest(canonical()));
    }

    byte[] canonical() {
        return new CanonicalForm("stillpoint-audit-1")
                .field("clinicId", clinicId).field("position", position).field("id", id)
                .field("occurredAt", occurredAt).field("recordedAt", recordedAt)
                .field("subject", subject).field("clientId", clientId).field("roles", roles)
                .field("action", action).field("entityType", entityType).field("entityId", entityId)
                .field("aboutId", aboutId).field("fields", fields).field("outcome", outcome)
                .field("problemCode", problemCode).field("requestId", requestId).field("traceId", traceId)
                .field("ip", ip).field("service", service).field("version", version)
                .field("previousHash", previousHash)
                .bytes();
    }

    static String text(Instant moment) {
        return CanonicalForm.MOMENT.format(moment);
    }
}
