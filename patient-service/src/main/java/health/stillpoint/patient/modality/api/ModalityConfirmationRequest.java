package health.stillpoint.patient.modality.api;

import health.stillpoint.patient.modality.domain.Modality;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The modalities to work with, the first first. */
public record ModalityConfirmationRequest(
        @NotEmpty @Size(max = 20) List<@NotNull Modality> modalities,
        @Size(max = 4000) @Schema(description = "Why; asked when it differs from the active recommendation") String reason) {

    @Override
    public String toString() {
        return "ModalityConfirmationRequest[withheld]";
    }
}
