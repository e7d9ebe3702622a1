package health.stillpoint.session.integration.api;

import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.TaskStatus;
import health.stillpoint.session.integration.domain.WindowPhase;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An integration task and where its window stands. */
public record IntegrationTaskView(UUID id, long version, UUID patientId, UUID courseId, UUID doseId, TaskStatus status,
        @Schema(description = "Phase of the neuroplastic window now; evidence for a timed window in people is indirect") WindowPhase phase,
        @Schema(description = "End of administration") Instant doseEndedAt, Instant recoveredAt, Instant remindAt, Instant dueAt,
        Instant closesAt, Instant overdueAt, UUID completedBySessionId, Instant completedAt, WindowPhase completedPhase) {

    static IntegrationTaskView of(IntegrationTask task, Instant now) {
        return new IntegrationTaskView(task.id(), task.version(), task.patientId(), task.courseId(), task.doseId(), task.status(),
                task.window().phaseAt(now), task.t0(), task.recoveredAt(), task.remindAt(), task.dueAt(), task.window().closesAt(),
                task.overdueAt(), task.completedBySessionId(), task.completedAt(), task.completedPhase());
    }
}
