package health.stillpoint.session.dose;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is about to record as given.
 *
 * @param administeredAt start of administration, UTC
 * @param administrationEndedAt end; the start for an injection
 * @param knowledgeOverrideReason why a prescriber doses on stale knowledge; null otherwise
 */
public record GiveDose(UUID sessionId, UUID orderId, UUID lotId, Instant administeredAt, Instant administrationEndedAt,
        UUID doubleCheckedBy, String knowledgeOverrideReason, UUID givenBy, boolean givenByPrescriber) {

    boolean overridesKnowledge() {
        return givenByPrescriber && knowledgeOverrideReason != null && !knowledgeOverrideReason.isBlank();
    }

    @Override
    public String toString() {
        return "GiveDose[" + sessionId + "]";
    }
}
