package health.stillpoint.session.monitoring.domain;

import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.course.domain.Route;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What new readings of a session are judged against, read at once.
 *
 * @param doseStartedAt null before the dose
 * @param recoveredAt null while the patient is not recovered
 * @param filledMinutes points of the plan that have their reading
 * @param preDoseSuds 0..10, of the checklist; null when none
 */
public record MonitoringContext(UUID sessionId, UUID patientId, String state, boolean dosing, Route route, Instant doseStartedAt,
        Instant doseEndedAt, Instant recoveredAt, Set<Integer> filledMinutes, Integer preDoseSuds, AlertContext alerts) {

    /** Readings are charted from arrival on, also after discharge when they come late. */
    public boolean chartable() {
        return dosing && !state.equals("PLANNED") && !state.equals("CANCELLED") && !state.equals("NO_SHOW");
    }
}
