package health.stillpoint.session.hold.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hold is lifted, and until when. */
@Schema(examples = "{\"reason\": \"Blood pressure 128/80 on two days\", \"clearedUntil\": \"2026-12-22T00:00:00Z\"}")
public record ClearHoldRequest(
        @NotBlank @Size(min = 10, max = 1000) @Schema(description = "What was found, in 10 characters or more") String reason,
        @Schema(description = "The clearance lapses then; for good when absent") Instant clearedUntil,
        @Schema(description = "H_PREG only: when the negative test was taken") Instant negativeTestAt) {

    @Override
    public String toString() {
        return "ClearHoldRequest[...]";
    }
}
