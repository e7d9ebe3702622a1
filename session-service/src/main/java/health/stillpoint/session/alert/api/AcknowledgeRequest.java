package health.stillpoint.session.alert.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about an alert. */
@Schema(examples = "{\"action\": \"Prescriber at the bedside, repeated after 5 minutes: 148/88\"}")
public record AcknowledgeRequest(@NotBlank @Size(max = 1000) String action) {

    @Override
    public String toString() {
        return "AcknowledgeRequest[...]";
    }
}
