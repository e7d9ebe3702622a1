package health.stillpoint.outcome.identity.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.merged.v1}. */
public record PatientMergedV1(@NotNull UUID patientId, @NotNull UUID mergedPatientId) {

    static final String TYPE = "patient.merged.v1";
}
