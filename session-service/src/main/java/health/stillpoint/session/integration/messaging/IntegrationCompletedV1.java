package health.stillpoint.session.integration.messaging;

import health.stillpoint.session.integration.domain.IntegrationTask;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.integration-completed.v1}. */
public record IntegrationCompletedV1(UUID patientId, UUID courseId, UUID sessionId, UUID doseId, UUID integrationTaskId, String phase,
        Instant completedAt) {

    public static final String TYPE = "session.integration-completed.v1";

    public static IntegrationCompletedV1 of(IntegrationTask task) {
        return new IntegrationCompletedV1(task.patientId(), task.courseId(), task.completedBySessionId(), task.doseId(), task.id(),
                task.completedPhase().name(), task.completedAt());
    }
}
