package health.stillpoint.session.session.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Length confirmed by the signature, and the signer's own note. */
@Schema(examples = "{\"durationMinutes\": 60, \"note\": \"Intention: to meet the fear kindly.\"}")
public record SignRequest(
        @NotNull @Min(1) @Max(720) @Schema(description = "Whole minutes; 60 or more counts as preparation, 30 or more as integration; "
                + "not more than from the start to the end") Integer durationMinutes,
        @Schema(description = "When the session ended; now when absent") Instant endedAt,
        @Size(max = 20000) @Schema(description = "Psychotherapy note, readable by its author alone") String note) {

    @Override
    public String toString() {
        return "SignRequest[...]";
    }
}
