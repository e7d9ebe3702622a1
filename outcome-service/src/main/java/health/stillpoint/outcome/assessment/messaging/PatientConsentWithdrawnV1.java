package health.stillpoint.outcome.assessment.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.consent-withdrawn.v1}. {@code reasonCode} is optional there. */
public record PatientConsentWithdrawnV1(@NotNull UUID patientId, @NotNull String scope, String reasonCode) {

    static final String TYPE = "patient.consent-withdrawn.v1";

    /** A newer consent of the scope stands and was told before: nothing is lost. */
    boolean isReplaced() {
        return "REPLACED".equals(reasonCode);
    }
}
