package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code outcome.assessment-missed.v1}. */
public record AssessmentMissedV1(@NotNull UUID patientId, @NotNull String timePoint, @NotNull Instant missedAt)
        implements PatientFact {

    public static final String TYPE = "outcome.assessment-missed.v1";
}
