package health.stillpoint.patient.screening.api;

import health.stillpoint.patient.screening.domain.Condition;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A physician clears one relative finding for a time. */
public record ClearanceRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String findingCode,
        @NotBlank @Size(max = 4000) String rationale,
        @Size(max = 40) Set<@NotNull Condition> conditions,
        @Min(1) @Max(3650) @Schema(description = "Days from now; the longest allowed time if absent") Integer validForDays) {

    @Override
    public String toString() {
        return "ClearanceRequest[withheld]";
    }
}
