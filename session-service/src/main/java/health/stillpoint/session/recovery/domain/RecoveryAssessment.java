package health.stillpoint.session.recovery.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A judged assessment of recovery. Never changed; a new one is made instead. */
public record RecoveryAssessment(UUID id, UUID sessionId, UUID doseId, UUID patientId, RecoveryFindings findings, boolean recovered,
        List<RecoveryCriterion> unmet, UUID assessedBy, Instant recordedAt, boolean recordedLate) {

    public RecoveryAssessment {
        unmet = List.copyOf(unmet);
    }

    @Override
    public String toString() {
        return "RecoveryAssessment[" + id + "]";
    }
}
