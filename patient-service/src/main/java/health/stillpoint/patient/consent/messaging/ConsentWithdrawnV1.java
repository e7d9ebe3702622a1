package health.stillpoint.patient.consent.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A consent no longer holds: {@code patient.consent-withdrawn.v1}. {@code reasonCode} tells the person's own withdrawal
 * ({@code WITHDRAWN}) from a case that changed so that consent must be sought again ({@code RECONSENT_REQUIRED}, with the
 * reasons), one whose time is over ({@code EXPIRED}), and one that a newer consent of the scope has replaced
 * ({@code REPLACED}; the newer one was told before).
 */
public record ConsentWithdrawnV1(UUID patientId, UUID consentId, String scope, Instant withdrawnAt, String reasonCode,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reconsentReasons) {

    public static final String TYPE = "patient.consent-withdrawn.v1";
}
