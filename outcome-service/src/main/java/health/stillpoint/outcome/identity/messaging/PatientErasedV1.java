package health.stillpoint.outcome.identity.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.erased.v1}. */
public record PatientErasedV1(@NotNull UUID patientId) {

    static final String TYPE = "patient.erased.v1";
}
