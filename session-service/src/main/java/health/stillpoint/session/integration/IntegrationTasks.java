package health.stillpoint.session.integration;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.integration.domain.IntegrationPolicy;
import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.integration.domain.IntegrationWork;
import health.stillpoint.session.integration.domain.TaskStatus;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.SigningStep;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.StepNotAllowed;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Opens one integration task for each dose, completes it by a signed session, and raises it when overdue. */
@ApplicationScoped
public class IntegrationTasks implements SigningStep {

    private final IntegrationTaskRepository tasks;
    private final Charting charting;
    private final IntegrationEvents events;

    IntegrationTasks(IntegrationTaskRepository tasks, Charting charting, IntegrationEvents events) {
        this.tasks = tasks;
        this.charting = charting;
        this.events = events;
    }

    /** Opens the task of a dose. */
    public IntegrationTask open(UUID patientId, UUID courseId, UUID doseId, Instant t0, Duration due) {
        return tasks.add(IntegrationTask.open(Ids.next(), patientId, courseId, doseId, t0, due));
    }

    /** The patient is recovered from the dose: from now on therapy counts. */
    public void recovered(UUID doseId, Instant at) {
        tasks.ofDose(doseId).ifPresent(task -> tasks.update(task.recovered(at)));
    }

    @Override
    public void signed(TreatmentSession session, Duration length, boolean therapist, Instant at) {
        if (session.kind() != SessionKind.INTEGRATION) {
            return;
        }
        IntegrationTask task = tasks.ofDose(session.integratesDoseId()).orElse(null);
        List<IntegrationPolicy.Refusal> unmet = IntegrationPolicy.refusals(task, length, therapist, session.startedAt());
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.INTEGRATION_REFUSED, unmet);
        }
        events.completed(tasks.update(task.complete(session.id(), task.window().phaseAt(session.startedAt()), at)));
    }

    public List<IntegrationTask> list(UUID patientId, TaskStatus status, UUID after, int limit) {
        return tasks.list(patientId, status, after, limit);
    }

    /** Marks and tells every open task whose due time has passed; run by a job on the clinic's time. */
    public int raiseOverdue() {
        Instant now = charting.now();
        List<IntegrationTask> due = tasks.dueBefore(now);
        due.forEach(task -> events.overdue(tasks.update(task.overdue(now)), now));
        return due.size();
    }

    /** Records work done in a running or signed integration session. */
    public void record(TreatmentSession session, IntegrationWork work) {
        boolean held = session.state() instanceof SessionState.InProgress || session.state() instanceof SessionState.Completed;
        if (session.kind() != SessionKind.INTEGRATION || !held) {
            throw new StepNotAllowed("integration-work", session.state());
        }
        tasks.addWork(work);
    }

    public List<IntegrationWork> workOf(UUID sessionId) {
        return tasks.workOf(sessionId);
    }
}
