package health.stillpoint.session.recovery.api;

import health.stillpoint.session.recovery.domain.RecoveryAssessment;
import health.stillpoint.session.recovery.domain.RecoveryCriterion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A judged assessment. */
public record RecoveryView(UUID id, long version, UUID sessionId, UUID doseId, boolean recovered, List<RecoveryCriterion> unmet,
        int aldreteTotal, Instant assessedAt, UUID assessedBy, Instant recordedAt, boolean recordedLate) {

    static RecoveryView of(RecoveryAssessment assessment) {
        return new RecoveryView(assessment.id(), 0, assessment.sessionId(), assessment.doseId(), assessment.recovered(), assessment.unmet(),
                assessment.findings().aldrete().total(), assessment.findings().assessedAt(), assessment.assessedBy(),
                assessment.recordedAt(), assessment.recordedLate());
    }
}
