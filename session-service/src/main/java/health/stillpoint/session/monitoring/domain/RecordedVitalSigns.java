package health.stillpoint.session.monitoring.domain;

import health.stillpoint.session.vitals.domain.VitalSigns;
import java.time.Instant;
import java.util.UUID;

/**
 * A set of vital signs as stored.
 *
 * @param planMinute minute of the plan point it fills; null when none
 * @param alertId the alert it raised or belongs to; null when none
 * @param recordedLate charted more than 15 minutes after it was taken
 */
public record RecordedVitalSigns(UUID id, UUID sessionId, VitalSigns signs, Integer planMinute, MonitoringPlan.Timing timing,
        UUID alertId, Instant recordedAt, UUID recordedBy, boolean recordedLate) {

    @Override
    public String toString() {
        return "RecordedVitalSigns[" + id + "]";
    }
}
