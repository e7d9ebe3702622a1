package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code patient.intake-signed.v1}. */
public record PatientIntakeSignedV1(@NotNull UUID patientId, @NotNull PrimaryDiagnosis primaryDiagnosis) {

    static final String TYPE = "patient.intake-signed.v1";
}
