package health.stillpoint.outcome.assessment.messaging;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code session.dose-administered.v1}. */
public record SessionDoseAdministeredV1(
        @NotNull UUID patientId,
        @NotNull UUID courseId,
        @NotNull UUID doseId,
        @Min(1) int doseNumber,
        @NotNull String level,
        @NotNull Instant administrationEndedAt) {

    static final String TYPE = "session.dose-administered.v1";
}
