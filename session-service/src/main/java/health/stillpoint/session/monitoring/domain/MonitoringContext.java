package health.stillpoint.session.monitoring.domain;

import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.course.domain.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What new readings of a session are judged against, read at once.
 *
 * @param route by which the dose was given; null before the dose
 * @param checkedInAt null before arrival
 * @param doseStartedAt null before the dose
 * @param topUpAt start of a second injection; null when none
 * @param recoveredAt null while the patient is not recovered
 * @param filledMinutes points of the plan that have their reading
 * @param preDoseSuds 0..10, of the checklist; null when none
 */
public record MonitoringContext(UUID sessionId, UUID patientId, String state, boolean dosing, Route route, Instant checkedInAt, Instant doseStartedAt,
        Instant doseEndedAt, Instant topUpAt, Instant recoveredAt, Set<Integer> filledMinutes, Integer preDoseSuds, AlertContext alerts) {

    /** The plan of this session; after a top-up it begins anew. Asked once a dose was given. */
    public MonitoringPlan plan() {
        return topUpAt == null ? MonitoringPlan.of(route)
                : MonitoringPlan.of(route).begunAnewAt((int) Duration.between(doseStartedAt, topUpAt).toMinutes());
    }

    /** Readings are charted from arrival on, also after discharge when they come late. */
    public boolean chartable() {
        return dosing && !state.equals("PLANNED") && !state.equals("CANCELLED") && !state.equals("NO_SHOW");
    }
}
