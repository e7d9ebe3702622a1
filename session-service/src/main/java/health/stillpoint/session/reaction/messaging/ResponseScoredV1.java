package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code outcome.response-scored.v1}. */
public record ResponseScoredV1(@NotNull UUID patientId, @NotNull UUID responseId, String timePoint, @NotNull String instrument,
        BigDecimal total, BigDecimal percentChange, @NotNull Instant answeredAt) {
}
