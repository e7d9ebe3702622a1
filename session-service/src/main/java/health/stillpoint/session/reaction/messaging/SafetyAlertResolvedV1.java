package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code outcome.safety-alert-resolved.v1}. */
public record SafetyAlertResolvedV1(@NotNull UUID patientId, @NotNull UUID alertId, @NotNull Instant resolvedAt) {
}
