package health.stillpoint.session.session.domain;

import java.time.Instant;
import java.util.UUID;

/** Where a session stands; drawn in docs/session-states.md. Each state owns only the steps that are safe from it. */
public sealed interface SessionState {

    /** Name stored in the database and shown to callers. */
    default String code() {
        return switch (this) {
            case Planned _ -> "PLANNED";
            case CheckedIn _ -> "CHECKED_IN";
            case InProgress _ -> "IN_PROGRESS";
            case Monitoring _ -> "MONITORING";
            case Completed _ -> "COMPLETED";
            case Cancelled _ -> "CANCELLED";
            case NoShow _ -> "NO_SHOW";
        };
    }

    /** Booked, nobody here yet. FHIR Encounter.status {@code planned}. */
    record Planned() implements SessionState {
        public CheckedIn checkIn(Instant at) {
            return new CheckedIn(at);
        }

        public InProgress start(Instant at) {
            return new InProgress(at);
        }

        public Cancelled cancel(Instant at, String reason) {
            return new Cancelled(at, reason);
        }

        public NoShow noShow(Instant at) {
            return new NoShow(at);
        }
    }

    /** The patient is here and identified. FHIR {@code arrived}. */
    record CheckedIn(Instant checkedInAt) implements SessionState {
        public InProgress start(Instant at) {
            return new InProgress(at);
        }

        public Monitoring dose(UUID doseId, Instant endedAt) {
            return new Monitoring(doseId, endedAt, null);
        }

        public Cancelled cancel(Instant at, String reason) {
            return new Cancelled(at, reason);
        }
    }

    /** Talking, or a dosing room made ready; no dose given. FHIR {@code in-progress}. */
    record InProgress(Instant startedAt) implements SessionState {
        public Monitoring dose(UUID doseId, Instant endedAt) {
            return new Monitoring(doseId, endedAt, null);
        }

        public Completed sign(Instant at, UUID signedBy) {
            return new Completed(at, signedBy);
        }

        public Cancelled cancel(Instant at, String reason) {
            return new Cancelled(at, reason);
        }
    }

    /**
     * A dose was given; observed until the discharge criteria hold. FHIR {@code in-progress}.
     *
     * @param doseEndedAt end of the last administration
     * @param recoveredAt null while the latest recovery assessment is not passed
     */
    record Monitoring(UUID doseId, Instant doseEndedAt, Instant recoveredAt) implements SessionState {
        public Monitoring recovered(Instant at) {
            return recoveredAt == null ? new Monitoring(doseId, doseEndedAt, at) : this;
        }

        /** A second injection: observed anew from its end on. */
        public Monitoring toppedUp(Instant endedAt) {
            return new Monitoring(doseId, endedAt, null);
        }

        public Monitoring notRecovered() {
            return new Monitoring(doseId, doseEndedAt, null);
        }

        public Completed discharge(Instant at, UUID by) {
            return new Completed(at, by);
        }
    }

    /** Signed, or discharged. Terminal. FHIR {@code finished}. */
    record Completed(Instant at, UUID by) implements SessionState {
    }

    /** Called off before any dose. Terminal. FHIR {@code cancelled}. */
    record Cancelled(Instant at, String reason) implements SessionState {
    }

    /** The patient did not come. Terminal. */
    record NoShow(Instant at) implements SessionState {
    }
}
