package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code outcome.safety-alert-raised.v1}. */
public record SafetyAlertRaisedV1(@NotNull UUID patientId, @NotNull UUID alertId, @NotNull String code, @NotNull String severity,
        @NotNull Instant raisedAt) {
}
