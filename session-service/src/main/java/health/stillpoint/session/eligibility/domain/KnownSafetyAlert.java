package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.UUID;

/** A safety alert that outcome-service raised. */
public record KnownSafetyAlert(UUID id, String code, String severity, Instant raisedAt) {
}
