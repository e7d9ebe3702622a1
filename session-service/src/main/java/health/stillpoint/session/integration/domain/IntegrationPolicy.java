package health.stillpoint.session.integration.domain;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a signed session completes the integration task of its dose (programme section 9, hard rule): 30 minutes or more,
 * signed by a therapist, held after recovery, inside the window, one per dose.
 */
public final class IntegrationPolicy {

    public enum Refusal {
        NO_TASK,
        ALREADY_INTEGRATED,
        TOO_SHORT,
        NOT_A_THERAPIST,
        /** Held during the drug's effect. */
        BEFORE_RECOVERY,
        /** More than 14 days after the dose: a physician reviews instead. */
        WINDOW_CLOSED
    }

    private IntegrationPolicy() {
    }

    public static List<Refusal> refusals(IntegrationTask task, Duration length, boolean therapist, Instant heldAt) {
        if (task == null) {
            return List.of(Refusal.NO_TASK);
        }
        List<Refusal> refusals = new ArrayList<>();
        if (task.completed()) {
            refusals.add(Refusal.ALREADY_INTEGRATED);
        }
        if (length.compareTo(TreatmentSession.SHORTEST_INTEGRATION) < 0) {
            refusals.add(Refusal.TOO_SHORT);
        }
        if (!therapist) {
            refusals.add(Refusal.NOT_A_THERAPIST);
        }
        WindowPhase phase = task.window().phaseAt(heldAt);
        if (phase == WindowPhase.ACUTE) {
            refusals.add(Refusal.BEFORE_RECOVERY);
        }
        if (phase == WindowPhase.CLOSED) {
            refusals.add(Refusal.WINDOW_CLOSED);
        }
        return List.copyOf(refusals);
    }
}
