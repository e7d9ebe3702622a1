package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wire form of {@code outcome.assessment-due.v1}. */
record AssessmentDueV1(
        UUID patientId, UUID assessmentId, String timePoint, List<String> instruments, Instant dueAt, Instant closesAt) {

    static final String TYPE = "outcome.assessment-due.v1";

    static AssessmentDueV1 of(Assessment assessment) {
        return new AssessmentDueV1(
                assessment.patient().value(),
                assessment.id().value(),
                assessment.timePoint().name(),
                assessment.required().stream().map(InstrumentCode::value).toList(),
                assessment.window().dueAt(),
                assessment.window().closesAt().orElse(null));
    }
}
