package health.stillpoint.session.recovery.domain;

import java.time.Instant;

/** What an assessment of recovery found; a null value was not assessed, which is not recovered. */
public record RecoveryFindings(Instant assessedAt, Aldrete aldrete, Integer moaas, Integer rass, Boolean oriented, Integer cadss,
        Integer cadss6, Integer systolic, Integer diastolic, Integer heartRate, Integer oxygenSaturation, Integer nauseaGrade,
        Boolean toleratesFluid, Boolean walksUnaided, Integer suds, Boolean newSuicidalIdeation, Integer activeAdverseEventGrade) {

    @Override
    public String toString() {
        return "RecoveryFindings[...]";
    }
}
