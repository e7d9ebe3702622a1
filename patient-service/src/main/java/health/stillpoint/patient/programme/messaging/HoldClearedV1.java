package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.hold-cleared.v1}. */
public record HoldClearedV1(@NotNull UUID patientId, @NotNull UUID holdId, @NotNull String code) implements PatientFact {

    public static final String TYPE = "session.hold-cleared.v1";
}
