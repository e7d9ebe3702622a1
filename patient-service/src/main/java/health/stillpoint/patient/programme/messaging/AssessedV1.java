package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the programme reads of {@code outcome.response-scored.v1}. */
public record AssessedV1(
        @NotNull UUID patientId,
        @NotNull String timePoint,
        @NotNull String instrument,
        @NotNull String status,
        @NotNull List<String> changeStatus,
        @NotNull Instant answeredAt) implements PatientFact {

    public static final String TYPE = "outcome.response-scored.v1";

    boolean isComplete() {
        return !status.equals("INCOMPLETE");
    }

    /** Response or remission: what maintenance is offered on (programme.md section 10). */
    boolean responded() {
        return changeStatus.contains("RESPONSE") || changeStatus.contains("REMISSION");
    }
}
