package health.stillpoint.outcome.assessment.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code patient.consent-granted.v1}. */
public record PatientConsentGrantedV1(@NotNull UUID patientId, @NotNull String scope, @NotNull Instant signedAt) {

    static final String TYPE = "patient.consent-granted.v1";
}
