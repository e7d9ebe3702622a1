package health.stillpoint.session.monitoring.api;

import health.stillpoint.session.monitoring.domain.MonitoringPlan;
import health.stillpoint.session.monitoring.domain.RecordedVitalSigns;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored set of vital signs. */
public record VitalSignsView(UUID id, Instant measuredAt, Integer systolic, Integer diastolic, Integer heartRate, Integer oxygenSaturation,
        Integer respiratoryRate, Integer moaas, Integer rass, Integer cadss, Integer cadss6, Integer suds, Set<Symptom> symptoms,
        @Schema(description = "Minute of the monitoring plan it fills; absent when it fills none") Integer planPoint,
        MonitoringPlan.Timing status,
        @Schema(description = "Taken after the point's tolerance") boolean late,
        @Schema(description = "Written down more than 15 minutes after it was taken") boolean recordedLate,
        UUID alertId, Instant recordedAt, UUID recordedBy) {

    static VitalSignsView of(RecordedVitalSigns set) {
        VitalSigns signs = set.signs();
        return new VitalSignsView(set.id(), signs.measuredAt(), signs.systolic(), signs.diastolic(), signs.heartRate(),
                signs.oxygenSaturation(), signs.respiratoryRate(), signs.moaas(), signs.rass(), signs.cadss(), signs.cadss6(),
                signs.suds(), signs.symptoms().isEmpty() ? null : signs.symptoms(), set.planMinute(), set.timing(),
                set.timing() == MonitoringPlan.Timing.LATE, set.recordedLate(), set.alertId(), set.recordedAt(), set.recordedBy());
    }

    @Override
    public String toString() {
        return "VitalSignsView[" + id + "]";
    }
}
