package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code patient.consent-granted.v1}. */
public record ConsentGrantedV1(@NotNull UUID patientId, @NotNull UUID consentId, @NotNull String scope, @NotNull Instant signedAt,
        @NotNull Instant expiresAt) {
}
