package health.stillpoint.session.session.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why. */
@Schema(examples = "{\"reason\": \"Patient has a cold\"}")
public record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {

    @Override
    public String toString() {
        return "ReasonRequest[...]";
    }
}
