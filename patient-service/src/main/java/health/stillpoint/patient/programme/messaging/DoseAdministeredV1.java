package health.stillpoint.patient.programme.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code session.dose-administered.v1}. */
public record DoseAdministeredV1(@NotNull UUID patientId, @NotNull UUID doseId, @NotNull Instant administrationEndedAt) implements ConsumedFact {

    public static final String TYPE = "session.dose-administered.v1";
}
