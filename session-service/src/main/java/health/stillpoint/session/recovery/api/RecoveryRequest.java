package health.stillpoint.session.recovery.api;

import health.stillpoint.session.recovery.domain.Aldrete;
import health.stillpoint.session.recovery.domain.RecoveryFindings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One assessment of recovery. */
@Schema(examples = """
        {"assessedAt": "2026-11-23T11:35:00Z",
         "aldrete": {"activity": 2, "respiration": 2, "circulation": 2, "consciousness": 2, "oxygenSaturation": 2},
         "moaas": 5, "oriented": true, "cadss6": 0, "systolic": 124, "diastolic": 78, "heartRate": 74, "oxygenSaturation": 98,
         "nauseaGrade": 0, "toleratesFluid": true, "walksUnaided": true, "suds": 2, "newSuicidalIdeation": false,
         "activeAdverseEventGrade": 0}""")
public record RecoveryRequest(
        @Schema(description = "Now when absent") Instant assessedAt,
        @NotNull @Valid AldreteAnswer aldrete,
        @Min(0) @Max(5) Integer moaas,
        @Min(-5) @Max(4) Integer rass,
        @NotNull Boolean oriented,
        @Min(0) @Max(92) Integer cadss,
        @Min(0) @Max(24) Integer cadss6,
        @NotNull @Min(50) @Max(280) Integer systolic,
        @NotNull @Min(20) @Max(180) Integer diastolic,
        @NotNull @Min(20) @Max(250) Integer heartRate,
        @NotNull @Min(50) @Max(100) Integer oxygenSaturation,
        @NotNull @Min(0) @Max(5) Integer nauseaGrade,
        @NotNull Boolean toleratesFluid,
        @NotNull Boolean walksUnaided,
        @NotNull @Min(0) @Max(10) Integer suds,
        @NotNull Boolean newSuicidalIdeation,
        @NotNull @Min(0) @Max(5) Integer activeAdverseEventGrade) {

    /** Five components of 0..2. */
    public record AldreteAnswer(@NotNull @Min(0) @Max(2) Integer activity, @NotNull @Min(0) @Max(2) Integer respiration,
            @NotNull @Min(0) @Max(2) Integer circulation, @NotNull @Min(0) @Max(2) Integer consciousness,
            @NotNull @Min(0) @Max(2) Integer oxygenSaturation) {

        Aldrete toDomain() {
            return new Aldrete(activity, respiration, circulation, consciousness, oxygenSaturation);
        }
    }

    RecoveryFindings toDomain(Instant assessed) {
        return new RecoveryFindings(assessed, aldrete.toDomain(), moaas, rass, oriented, cadss, cadss6, systolic, diastolic, heartRate,
                oxygenSaturation, nauseaGrade, toleratesFluid, walksUnaided, suds, newSuicidalIdeation, activeAdverseEventGrade);
    }

    @Override
    public String toString() {
        return "RecoveryRequest[...]";
    }
}
