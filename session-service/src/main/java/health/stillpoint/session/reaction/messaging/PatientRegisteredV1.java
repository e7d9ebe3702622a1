package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.registered.v1}; {@code revision} is absent in facts told before there was one. */
public record PatientRegisteredV1(@NotNull UUID patientId, Integer birthYear, String sexAtBirth, Long revision) {
}
