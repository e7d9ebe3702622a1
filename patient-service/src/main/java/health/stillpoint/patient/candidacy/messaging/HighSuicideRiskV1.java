package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What candidacy reads of {@code outcome.safety-alert-raised.v1}. */
public record HighSuicideRiskV1(@NotNull UUID patientId, @NotNull UUID alertId, @NotNull String code, @NotNull Instant raisedAt)
        implements PatientFact {

    public static final String TYPE = "outcome.safety-alert-raised.v1";

    /** Only C-SSRS HIGH is an absolute finding (instruments.yaml CSSRS_SCREEN). */
    boolean excludes() {
        return code.equals("CSSRS_HIGH");
    }
}
