package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What the dosing history reads of {@code session.session-discharged.v1}. */
public record DischargedV1(
        @NotNull UUID patientId, @NotNull UUID sessionId, @NotNull Instant recoveredAt) implements PatientFact {

    public static final String TYPE = "session.session-discharged.v1";
}
