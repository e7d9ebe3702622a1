package health.stillpoint.session.integration.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * The one mandatory piece of therapy that each dose opens; the next dose waits for it.
 *
 * @param dueAt t0 + 72 h, in intensive courses t0 + 24 h
 * @param completedPhase phase of the window in which the session was held; null until completed
 */
public record IntegrationTask(UUID id, UUID patientId, UUID courseId, UUID doseId, Instant t0, Instant recoveredAt, Instant dueAt,
        TaskStatus status, Instant overdueAt, UUID completedBySessionId, Instant completedAt, WindowPhase completedPhase, long version) {

    /** Reminder this long before due (programme section 9). */
    static final Duration REMINDER_BEFORE = Duration.ofHours(12);

    public static IntegrationTask open(UUID id, UUID patientId, UUID courseId, UUID doseId, Instant t0, Duration due) {
        return new IntegrationTask(id, patientId, courseId, doseId, t0, null, t0.plus(due), TaskStatus.OPEN, null, null, null, null, 0);
    }

    public NeuroplasticWindow window() {
        return new NeuroplasticWindow(t0, recoveredAt);
    }

    public Instant remindAt() {
        return dueAt.minus(REMINDER_BEFORE);
    }

    public boolean completed() {
        return status == TaskStatus.COMPLETED;
    }

    public boolean overdueAt(Instant now) {
        return status == TaskStatus.OPEN && now.isAfter(dueAt);
    }

    /** Nothing can complete it any more: its window is closed, and a physician reviewed that afterwards. */
    public boolean replacedByReview(Collection<Instant> reviewsOfMissedIntegration, Instant at) {
        Instant closed = window().closesAt();
        return at.isAfter(closed) && reviewsOfMissedIntegration.stream().anyMatch(reviewed -> reviewed.isAfter(closed));
    }

    public IntegrationTask recovered(Instant at) {
        return new IntegrationTask(id, patientId, courseId, doseId, t0, at, dueAt, status, overdueAt, completedBySessionId, completedAt, completedPhase, version);
    }

    public IntegrationTask overdue(Instant at) {
        return new IntegrationTask(id, patientId, courseId, doseId, t0, recoveredAt, dueAt, TaskStatus.OVERDUE, at, completedBySessionId, completedAt, completedPhase, version);
    }

    public IntegrationTask complete(UUID sessionId, WindowPhase phase, Instant at) {
        return new IntegrationTask(id, patientId, courseId, doseId, t0, recoveredAt, dueAt, TaskStatus.COMPLETED, overdueAt, sessionId, at, phase, version);
    }
}
