package health.stillpoint.session.integration.messaging;

import health.stillpoint.session.integration.domain.IntegrationTask;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.integration-overdue.v1}. */
public record IntegrationOverdueV1(UUID patientId, UUID courseId, UUID doseId, UUID integrationTaskId, Instant dueAt) {

    public static final String TYPE = "session.integration-overdue.v1";

    public static IntegrationOverdueV1 of(IntegrationTask task) {
        return new IntegrationOverdueV1(task.patientId(), task.courseId(), task.doseId(), task.id(), task.dueAt());
    }
}
