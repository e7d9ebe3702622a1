package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code patient.candidacy-expired.v1}. */
public record CandidacyExpiredV1(@NotNull UUID patientId, @NotNull UUID decisionId, @NotNull Instant expiredAt) {
}
