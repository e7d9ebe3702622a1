package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.registered.v1}. */
public record PatientRegisteredV1(@NotNull UUID patientId, Integer birthYear, String sexAtBirth) {
}
