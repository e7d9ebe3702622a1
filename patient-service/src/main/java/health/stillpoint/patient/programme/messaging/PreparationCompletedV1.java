package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.preparation-completed.v1}. */
public record PreparationCompletedV1(@NotNull UUID patientId, @NotNull UUID sessionId) implements PatientFact {

    public static final String TYPE = "session.preparation-completed.v1";
}
