package health.stillpoint.outcome.safetyalert.domain;

import health.stillpoint.outcome.assessment.domain.PatientId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which alerts a list holds.
 *
 * @param patient only this patient's
 * @param statuses only those in these states; empty = all
 * @param listener only those that go to this person
 * @param after only those behind this place in the list
 */
public record AlertFilter(
        Optional<PatientId> patient, Set<Status> statuses, Optional<Listener> listener, Optional<Place> after) {

    /**
     * Somebody to whom alerts go.
     *
     * @param subject whose care teams count
     * @param forTheClinic also hears the alerts that go to the whole clinic
     */
    public record Listener(UUID subject, boolean forTheClinic) {}

    /** The state of an alert by name. */
    public enum Status {
        RAISED,
        ACKNOWLEDGED,
        RESOLVED;

        /** The name of a state. */
        public static Status of(AlertState state) {
            return switch (state) {
                case AlertState.Raised _ -> RAISED;
                case AlertState.Acknowledged _ -> ACKNOWLEDGED;
                case AlertState.Resolved _ -> RESOLVED;
            };
        }
    }

    /** A place in the list, which is ordered by the moment of raising and id. */
    public record Place(Instant raisedAt, UUID id) {}
}
