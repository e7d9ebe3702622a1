package health.stillpoint.patient.treatment.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TreatmentOutcome;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An earlier treatment. Medications name dose and weeks, therapies sessions and weeks; what is not known is left out and does not count. */
public record PriorTreatmentRequest(
        @NotNull @JsonProperty("class") TreatmentClass treatmentClass,
        @NotBlank @Size(max = 200) String agent,
        @Positive @DecimalMax("100000") BigDecimal maxDailyDoseMilligrams,
        @Min(0) @Max(2600) @Schema(description = "Weeks at that dose; for a therapy the weeks it lasted")
                Integer weeksAtAdequateDose,
        @Min(0) @Max(5000) Integer sessions,
        @Schema(description = "Exposure or cognitive work was actually done") Boolean exposureOrCognitiveWork,
        @NotNull @Schema(description = "At least 80 % taken or attended") Boolean adherent,
        @NotNull TreatmentOutcome outcome,
        @Size(max = 1000) String stopReason,
        @NotNull Boolean current,
        @Size(max = 40) String route,
        @Size(max = 1000) String reaction) {

    PriorTreatment toDomain(UUID id) {
        return new PriorTreatment(id, treatmentClass, agent, maxDailyDoseMilligrams, weeksAtAdequateDose, sessions,
                exposureOrCognitiveWork, adherent, outcome, stopReason, current, route, reaction);
    }

    @Override
    public String toString() {
        return "PriorTreatmentRequest[withheld]";
    }
}
