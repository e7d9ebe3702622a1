package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.intake-signed.v1}. */
public record IntakeSignedV1(@NotNull UUID patientId, String primaryDiagnosis) {
}
