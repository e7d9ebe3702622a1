package health.stillpoint.patient.merge.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The other record of the same person. */
public record MergeRequest(
        @NotNull @Schema(description = "The record that ends") UUID duplicateId,
        @NotBlank @Size(max = 1000) @Schema(description = "How it was made sure that both are one person") String reason) {

    @Override
    public String toString() {
        return "MergeRequest[" + duplicateId + "]";
    }
}
