package health.stillpoint.session.monitoring.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One set of vital signs, or up to 500 under {@code readings}. A set with a number no instrument can truly show is stored as INVALID_READING and raises an alert. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"measuredAt": "2026-11-23T09:40:00Z", "systolic": 138, "diastolic": 86, "heartRate": 88, "oxygenSaturation": 97,
         "respiratoryRate": 14, "moaas": 5, "cadss6": 3, "suds": 4, "symptoms": ["NAUSEA"]}""")
public record VitalSignsRequest(
        Instant measuredAt,
        @Min(0) @Max(999) Integer systolic,
        @Min(0) @Max(999) Integer diastolic,
        @Min(0) @Max(999) Integer heartRate,
        @Min(0) @Max(999) Integer oxygenSaturation,
        @Min(0) @Max(999) Integer respiratoryRate,
        @Min(0) @Max(5) Integer moaas,
        @Min(-5) @Max(4) Integer rass,
        @Min(0) @Max(92) Integer cadss,
        @Min(0) @Max(24) Integer cadss6,
        @Min(0) @Max(10) Integer suds,
        @Size(max = 20) Set<@NotNull Symptom> symptoms,
        @Size(min = 1, max = 500) List<@NotNull @Valid Reading> readings) {

    /** One set of a batch. */
    public record Reading(
            @NotNull Instant measuredAt,
            @Min(0) @Max(999) Integer systolic,
            @Min(0) @Max(999) Integer diastolic,
            @Min(0) @Max(999) Integer heartRate,
            @Min(0) @Max(999) Integer oxygenSaturation,
            @Min(0) @Max(999) Integer respiratoryRate,
            @Min(0) @Max(5) Integer moaas,
            @Min(-5) @Max(4) Integer rass,
            @Min(0) @Max(92) Integer cadss,
            @Min(0) @Max(24) Integer cadss6,
            @Min(0) @Max(10) Integer suds,
            @Size(max = 20) Set<@NotNull Symptom> symptoms) {

        @AssertTrue(message = "must hold at least one value")
        @Schema(hidden = true)
        boolean isAnythingMeasured() {
            return systolic != null || diastolic != null || heartRate != null || oxygenSaturation != null || respiratoryRate != null
                    || moaas != null || rass != null || cadss != null || cadss6 != null || suds != null
                    || symptoms != null && !symptoms.isEmpty();
        }

        VitalSigns toDomain(Instant measured) {
            return new VitalSigns(measured, systolic, diastolic, heartRate, oxygenSaturation, respiratoryRate, moaas, rass, cadss, cadss6,
                    suds, symptoms);
        }

        @Override
        public String toString() {
            return "Reading[...]";
        }
    }

    @AssertTrue(message = "must be one set of values, or readings and nothing else")
    @Schema(hidden = true)
    boolean isOneOrMany() {
        boolean one = measuredAt != null && single().isAnythingMeasured();
        boolean values = measuredAt != null || single().isAnythingMeasured();
        return readings == null ? one : !values;
    }

    private Reading single() {
        return new Reading(measuredAt, systolic, diastolic, heartRate, oxygenSaturation, respiratoryRate, moaas, rass, cadss, cadss6, suds, symptoms);
    }

    List<Reading> all() {
        return readings == null ? List.of(single()) : readings;
    }

    @Override
    public String toString() {
        return "VitalSignsRequest[...]";
    }
}
