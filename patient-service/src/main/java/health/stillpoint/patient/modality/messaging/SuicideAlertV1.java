package health.stillpoint.patient.modality.messaging;

import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.patients.messaging.PatientFact;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the choice of therapy reads of {@code outcome.safety-alert-raised.v1}. */
public record SuicideAlertV1(
        @NotNull UUID patientId, @NotNull UUID alertId, UUID responseId, @NotNull String code, @NotNull Instant raisedAt) implements PatientFact {

    public static final String TYPE = "outcome.safety-alert-raised.v1";

    /** With the risk a C-SSRS alert tells of (instruments.yaml CSSRS_SCREEN); empty for alerts of other instruments. */
    Optional<ModalityFacts.SuicideAlert> toAlert() {
        return risk().map(risk -> new ModalityFacts.SuicideAlert(risk, responseId, raisedAt));
    }

    private Optional<SuicideRisk> risk() {
        return switch (code) {
            case "CSSRS_MODERATE" -> Optional.of(SuicideRisk.MODERATE);
            case "CSSRS_HIGH" -> Optional.of(SuicideRisk.HIGH);
            default -> Optional.empty();
        };
    }
}
