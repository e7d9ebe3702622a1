package health.stillpoint.outcome.safetyalert.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an alert is over. */
@Schema(name = "ResolveRequest", example = """
        {"reason": "Seen today; C-SSRS low, safety plan reviewed"}""")
public record ResolveRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "Clinician's words; stays in this service") String reason) {

    @Override
    public String toString() {
        return "ResolveRequest";
    }
}
