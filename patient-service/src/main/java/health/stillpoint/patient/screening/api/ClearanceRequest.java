package health.stillpoint.patient.screening.api;

import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Condition;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A physician clears one relative finding for a time. */
public record ClearanceRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}")
        @Schema(description = "Row of the screening, such as HTN_ELEVATED; its reason code SCR_HTN_ELEVATED is understood too") String findingCode,
        @NotBlank @Size(max = 4000) String rationale,
        @Size(max = 40) Set<@NotNull Condition> conditions,
        @DecimalMin("0.10") @DecimalMax("0.99") @Digits(integer = 1, fraction = 2)
        @Schema(description = "Factor on every dose, by whatever route; with REDUCED_DOSE_FACTOR, and only with it. "
                + "Of several factors the lowest counts")
        BigDecimal doseFactor,
        @Min(1) @Max(3650) @Schema(description = "Days from now; the longest allowed time if absent") Integer validForDays) {

    private static final String REASON = "SCR_";

    /** @param longest how long a clearance holds that names no time */
    Clearance.Terms terms(Duration longest) {
        return new Clearance.Terms(rationale, conditions == null ? Set.of() : conditions, doseFactor,
                validForDays == null ? longest : Duration.ofDays(validForDays));
    }

    /** The finding as its row or with the prefix of a reason code. */
    String row() {
        return findingCode.startsWith(REASON) ? findingCode.substring(REASON.length()) : findingCode;
    }

    @Override
    public String toString() {
        return "ClearanceRequest[withheld]";
    }
}
