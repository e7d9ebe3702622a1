package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code outcome.baseline-completed.v1}. */
public record BaselineCompletedV1(@NotNull UUID patientId, String primaryInstrument, @NotNull Instant completedAt) {
}
