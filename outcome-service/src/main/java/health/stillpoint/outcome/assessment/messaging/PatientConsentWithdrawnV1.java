package health.stillpoint.outcome.assessment.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.consent-withdrawn.v1}. */
public record PatientConsentWithdrawnV1(@NotNull UUID patientId, @NotNull String scope) {

    static final String TYPE = "patient.consent-withdrawn.v1";
}
