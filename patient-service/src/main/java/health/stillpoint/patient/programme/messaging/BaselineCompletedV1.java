package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code outcome.baseline-completed.v1}. */
public record BaselineCompletedV1(@NotNull UUID patientId) implements PatientFact {

    public static final String TYPE = "outcome.baseline-completed.v1";
}
