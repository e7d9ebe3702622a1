package health.stillpoint.patient.consent.messaging;

import java.time.Instant;
import java.util.UUID;

/** A consent was signed: {@code patient.consent-granted.v1}. */
public record ConsentGrantedV1(
        UUID patientId, UUID consentId, String scope, String templateVersion, Instant signedAt, Instant expiresAt) {

    public static final String TYPE = "patient.consent-granted.v1";
}
