package health.stillpoint.patient.treatment.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was wrong, and the whole treatment as it is right. */
public record TreatmentCorrectionRequest(
        @NotBlank @Size(max = 1000) String reason,
        @NotNull @Valid @Schema(description = "All of it: what is left out is not known") PriorTreatmentRequest treatment) {

    @Override
    public String toString() {
        return "TreatmentCorrectionRequest[withheld]";
    }
}
