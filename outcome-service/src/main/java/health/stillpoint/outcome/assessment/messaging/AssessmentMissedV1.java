package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wire form of {@code outcome.assessment-missed.v1}. */
record AssessmentMissedV1(
        UUID patientId, UUID assessmentId, String timePoint, List<String> unanswered, Instant missedAt) {

    static final String TYPE = "outcome.assessment-missed.v1";

    static AssessmentMissedV1 of(Assessment assessment) {
        return new AssessmentMissedV1(
                assessment.patient().value(),
                assessment.id().value(),
                assessment.timePoint().name(),
                assessment.unanswered().stream().map(InstrumentCode::value).toList(),
                assessment.missedAt().orElseThrow());
    }
}
