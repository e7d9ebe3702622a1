package health.stillpoint.session.integration.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.TaskStatus;
import health.stillpoint.session.integration.domain.WindowPhase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code integration_task}. */
@Entity
@Table(name = "integration_task")
public class IntegrationTaskEntity extends ClinicEntity {

    public UUID patientId;
    public UUID courseId;
    public UUID doseId;
    public Instant doseEndedAt;
    public Instant recoveredAt;
    public Instant dueAt;
    @Enumerated(EnumType.STRING)
    public TaskStatus status;
    public Instant overdueAt;
    public UUID completedBySessionId;
    public Instant completedAt;
    @Enumerated(EnumType.STRING)
    public WindowPhase completedPhase;

    IntegrationTask toDomain() {
        return new IntegrationTask(id, patientId, courseId, doseId, doseEndedAt, recoveredAt, dueAt, status, overdueAt,
                completedBySessionId, completedAt, completedPhase, version);
    }

    void copyFrom(IntegrationTask task) {
        patientId = task.patientId();
        courseId = task.courseId();
        doseId = task.doseId();
        doseEndedAt = task.t0();
        recoveredAt = task.recoveredAt();
        dueAt = task.dueAt();
        status = task.status();
        overdueAt = task.overdueAt();
        completedBySessionId = task.completedBySessionId();
        completedAt = task.completedAt();
        completedPhase = task.completedPhase();
    }
}
