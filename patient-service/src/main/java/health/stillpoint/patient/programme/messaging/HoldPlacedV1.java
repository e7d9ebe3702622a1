package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.hold-placed.v1}. */
public record HoldPlacedV1(@NotNull UUID patientId, @NotNull UUID holdId, @NotNull String code) implements PatientFact {

    public static final String TYPE = "session.hold-placed.v1";
}
