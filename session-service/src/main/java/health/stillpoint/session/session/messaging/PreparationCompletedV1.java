package health.stillpoint.session.session.messaging;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.preparation-completed.v1}. */
public record PreparationCompletedV1(UUID patientId, UUID courseId, UUID sessionId, Instant completedAt) {

    public static final String TYPE = "session.preparation-completed.v1";

    public static PreparationCompletedV1 of(TreatmentSession session, Instant at) {
        return new PreparationCompletedV1(session.patientId(), session.courseId(), session.id(), at);
    }
}
