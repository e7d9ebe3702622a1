package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What the dosing history reads of {@code session.dose-administered.v1}. */
public record DoseGivenV1(
        @NotNull UUID patientId, @NotNull UUID sessionId, @NotNull UUID doseId, @NotNull String route,
        Instant administeredAt, @NotNull Instant administrationEndedAt) implements PatientFact {

    public static final String TYPE = "session.dose-administered.v1";
}
