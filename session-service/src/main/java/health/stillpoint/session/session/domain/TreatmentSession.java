package health.stillpoint.session.session.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One visit of a patient: preparation, dosing or integration.
 *
 * @param practitionerId who leads it; cannot be in two sessions at once, nor can a room or the patient
 * @param integratesDoseId the one dose an INTEGRATION session belongs to; null for the other kinds
 * @param signedDuration length confirmed by the signature; null until signed
 */
public record TreatmentSession(UUID id, UUID patientId, UUID courseId, SessionKind kind, Instant plannedStart,
        Instant plannedEnd, UUID practitionerId, String room, UUID integratesDoseId, SessionState state,
        Instant checkedInAt, Instant startedAt, Duration signedDuration, Escort arrivingEscort, long version) {

    /** Shortest preparation session that counts (programme model section 9, P): 60 minutes. */
    public static final Duration SHORTEST_PREPARATION = Duration.ofMinutes(60);
    /** Shortest integration session that counts (programme model section 9, hard rule): 30 minutes. */
    public static final Duration SHORTEST_INTEGRATION = Duration.ofMinutes(30);

    public static TreatmentSession book(UUID id, UUID patientId, UUID courseId, SessionKind kind, Instant plannedStart,
            Instant plannedEnd, UUID practitionerId, String room, UUID integratesDoseId) {
        return new TreatmentSession(id, patientId, courseId, kind, plannedStart, plannedEnd, practitionerId, room,
                integratesDoseId, new SessionState.Planned(), null, null, null, null, 0);
    }

    public boolean dosing() {
        return kind == SessionKind.DOSING;
    }

    public TreatmentSession checkIn(Escort escort, Instant at) {
        return switch (state) {
            case SessionState.Planned planned -> with(planned.checkIn(at), at, startedAt, signedDuration, escort);
            case SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Monitoring _, SessionState.Completed _,
                    SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("check-in", state);
        };
    }

    /** Talking begins. A dosing session must have been checked in; a talking one may start at once. */
    public TreatmentSession start(Instant at) {
        return switch (state) {
            case SessionState.Planned planned when !dosing() -> with(planned.start(at), checkedInAt, at, signedDuration, arrivingEscort);
            case SessionState.CheckedIn here -> with(here.start(at), checkedInAt, at, signedDuration, arrivingEscort);
            case SessionState.Planned _, SessionState.InProgress _, SessionState.Monitoring _, SessionState.Completed _,
                    SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("start", state);
        };
    }

    /**
     * Signed by the practitioner; a dosing session ends by discharge instead.
     *
     * @param at the end of the session
     * @throws LongerThanHeld when the duration is more than the minutes since the start, the last one begun (ours: programme
     *         section 9 asks for 60 and 30 minutes, not for how they are proved)
     */
    public TreatmentSession sign(Duration duration, UUID by, Instant at) {
        return switch (state) {
            case SessionState.InProgress running when !dosing() -> signed(running, duration, by, at);
            case SessionState.InProgress _, SessionState.Planned _, SessionState.CheckedIn _, SessionState.Monitoring _,
                    SessionState.Completed _, SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("sign", state);
        };
    }

    private TreatmentSession signed(SessionState.InProgress running, Duration duration, UUID by, Instant at) {
        Duration held = Duration.between(running.startedAt(), at).plusMinutes(1).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
        if (duration.compareTo(held) > 0) {
            throw new LongerThanHeld(duration, held);
        }
        return with(running.sign(at, by), checkedInAt, startedAt, duration, arrivingEscort);
    }

    /** True when a first dose could be recorded in this state; the dose guard asks everything else. */
    public boolean readyForDose() {
        return dosing() && switch (state) {
            case SessionState.CheckedIn _, SessionState.InProgress _ -> true;
            case SessionState.Planned _, SessionState.Monitoring _, SessionState.Completed _, SessionState.Cancelled _,
                    SessionState.NoShow _ -> false;
        };
    }

    public TreatmentSession doseGiven(UUID doseId, Instant endedAt) {
        return switch (state) {
            case SessionState.CheckedIn here when dosing() -> with(here.dose(doseId, endedAt), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.InProgress ready when dosing() -> with(ready.dose(doseId, endedAt), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Planned _, SessionState.Monitoring _,
                    SessionState.Completed _, SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("dose", state);
        };
    }

    /** A second injection was given; recovery has to be assessed anew. */
    public TreatmentSession toppedUp(Instant endedAt) {
        return with(monitoring("top-up").toppedUp(endedAt), checkedInAt, startedAt, signedDuration, arrivingEscort);
    }

    /** The latest recovery assessment passed or did not. */
    public TreatmentSession assessed(boolean recovered, Instant at) {
        SessionState.Monitoring monitoring = monitoring("recovery-assessment");
        return with(recovered ? monitoring.recovered(at) : monitoring.notRecovered(), checkedInAt, startedAt, signedDuration, arrivingEscort);
    }

    public TreatmentSession discharge(UUID by, Instant at) {
        return with(monitoring("discharge").discharge(at, by), checkedInAt, startedAt, signedDuration, arrivingEscort);
    }

    public TreatmentSession cancel(String reason, Instant at) {
        return switch (state) {
            case SessionState.Planned planned -> with(planned.cancel(at, reason), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.CheckedIn here -> with(here.cancel(at, reason), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.InProgress running -> with(running.cancel(at, reason), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.Monitoring _, SessionState.Completed _, SessionState.Cancelled _, SessionState.NoShow _ ->
                    throw new StepNotAllowed("cancel", state);
        };
    }

    public TreatmentSession noShow(Instant at) {
        return switch (state) {
            case SessionState.Planned planned -> with(planned.noShow(at), checkedInAt, startedAt, signedDuration, arrivingEscort);
            case SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Monitoring _, SessionState.Completed _,
                    SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("no-show", state);
        };
    }

    /** Moved before anybody came. */
    public TreatmentSession reschedule(Instant start, Instant end, UUID practitioner, String newRoom) {
        return switch (state) {
            case SessionState.Planned planned -> new TreatmentSession(id, patientId, courseId, kind, start, end, practitioner, newRoom,
                    integratesDoseId, planned, checkedInAt, startedAt, signedDuration, arrivingEscort, version);
            case SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Monitoring _, SessionState.Completed _,
                    SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed("reschedule", state);
        };
    }

    /** The observation under way, or a refusal of the step when none is. */
    public SessionState.Monitoring monitoring(String step) {
        return switch (state) {
            case SessionState.Monitoring monitoring -> monitoring;
            case SessionState.Planned _, SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Completed _,
                    SessionState.Cancelled _, SessionState.NoShow _ -> throw new StepNotAllowed(step, state);
        };
    }

    /** A signed preparation long enough to count before the first dose. */
    public boolean countsAsPreparation() {
        return kind == SessionKind.PREPARATION && state instanceof SessionState.Completed
                && signedDuration != null && signedDuration.compareTo(SHORTEST_PREPARATION) >= 0;
    }

    private TreatmentSession with(SessionState next, Instant checkedIn, Instant started, Duration duration, Escort escort) {
        return new TreatmentSession(id, patientId, courseId, kind, plannedStart, plannedEnd, practitionerId, room,
                integratesDoseId, next, checkedIn, started, duration, escort, version);
    }

    @Override
    public String toString() {
        return "TreatmentSession[" + id + ", " + kind + ", " + state.code() + "]";
    }
}
