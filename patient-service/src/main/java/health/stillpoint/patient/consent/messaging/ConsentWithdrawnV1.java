package health.stillpoint.patient.consent.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent no longer holds: {@code patient.consent-withdrawn.v1}. {@code reasonCode} tells the person's own withdrawal
 * ({@code WITHDRAWN}) from a case that changed so that consent must be sought again ({@code RECONSENT_REQUIRED}).
 */
public record ConsentWithdrawnV1(UUID patientId, UUID consentId, String scope, Instant withdrawnAt, String reasonCode) {

    public static final String TYPE = "patient.consent-withdrawn.v1";
}
