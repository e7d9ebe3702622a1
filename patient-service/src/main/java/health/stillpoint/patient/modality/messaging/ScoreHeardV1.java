package health.stillpoint.patient.modality.messaging;

import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What the choice of therapy reads of {@code outcome.response-scored.v1}. */
public record ScoreHeardV1(
        @NotNull UUID patientId,
        UUID responseId,
        @NotNull String instrument,
        @NotNull String status,
        BigDecimal total,
        BigDecimal percentChange,
        @NotNull Instant answeredAt) implements PatientFact {

    public static final String TYPE = "outcome.response-scored.v1";

    ModalityFacts.Score toScore() {
        return new ModalityFacts.Score(responseId, total, percentChange, !status.equals("INCOMPLETE"), answeredAt);
    }
}
