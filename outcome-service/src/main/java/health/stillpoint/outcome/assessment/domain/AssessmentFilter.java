package health.stillpoint.outcome.assessment.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which assessments a list holds.
 *
 * @param patient only this patient's
 * @param statuses only those standing so now; empty = all
 * @param timePoint only of this time point
 * @param after only those behind this place in the list
 */
public record AssessmentFilter(
        Optional<PatientId> patient, Set<AssessmentStatus> statuses, Optional<TimePoint> timePoint, Optional<Place> after) {

    /** A place in the list, which is ordered by opening and id. */
    public record Place(Instant opensAt, UUID id) {}
}
