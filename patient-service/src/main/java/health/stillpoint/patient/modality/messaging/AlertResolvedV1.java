package health.stillpoint.patient.modality.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What the choice of therapy reads of {@code outcome.safety-alert-resolved.v1}. */
public record AlertResolvedV1(@NotNull UUID patientId, @NotNull UUID alertId, @NotNull String code) {

    public static final String TYPE = "outcome.safety-alert-resolved.v1";

    boolean isOfSuicideScreener() {
        return code.startsWith("CSSRS_");
    }
}
