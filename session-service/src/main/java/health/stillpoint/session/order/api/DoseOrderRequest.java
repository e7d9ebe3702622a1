package health.stillpoint.session.order.api;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.DoseRequest;
import health.stillpoint.session.order.domain.Infusion;
import health.stillpoint.session.order.domain.SexAtBirth;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the prescriber orders; mg, level and volume are computed. */
@Schema(examples = """
        {"route": "IM", "doseMilligramsPerKilogram": 0.5, "bodyWeightKilograms": 71, "heightCentimeters": 175, "sexAtBirth": "female",
         "weighedAt": "2026-11-22T08:00:00Z", "concentrationMilligramsPerMilliliter": 50}""")
public record DoseOrderRequest(
        @NotNull Route route,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("20") @Digits(integer = 2, fraction = 4) BigDecimal doseMilligramsPerKilogram,
        @NotNull @DecimalMin("30") @DecimalMax("300") @Digits(integer = 3, fraction = 2) BigDecimal bodyWeightKilograms,
        @NotNull @DecimalMin("120") @DecimalMax("230") @Digits(integer = 3, fraction = 1) BigDecimal heightCentimeters,
        @NotNull @Pattern(regexp = "(?i)female|male|intersex|unknown") String sexAtBirth,
        @NotNull Instant weighedAt,
        @Size(min = 10, max = 1000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        @Schema(description = "Measured anew: why weight or height differ from what is known") String remeasuredReason,
        @DecimalMin(value = "0", inclusive = false) @DecimalMax("200") @Digits(integer = 3, fraction = 2)
        @Schema(description = "Of the product: 10, 50 or 100 mg/mL") BigDecimal concentrationMilligramsPerMilliliter,
        @Min(1) @Max(240) @Schema(description = "IV only, whole minutes, 40 or more") Integer infusionMinutes,
        @DecimalMin(value = "0", inclusive = false) @DecimalMax("200") @Digits(integer = 3, fraction = 2)
        @Schema(description = "IV only: concentration in the pump") BigDecimal dilutedToMilligramsPerMilliliter) {

    DoseRequest toDomain() {
        Infusion infusion = infusionMinutes == null ? null : new Infusion(infusionMinutes, dilutedToMilligramsPerMilliliter);
        return new DoseRequest(route, doseMilligramsPerKilogram, bodyWeightKilograms, heightCentimeters,
                SexAtBirth.valueOf(sexAtBirth.toUpperCase(Locale.ROOT)), weighedAt, concentrationMilligramsPerMilliliter, infusion);
    }

    @Override
    public String toString() {
        return "DoseOrderRequest[...]";
    }
}
