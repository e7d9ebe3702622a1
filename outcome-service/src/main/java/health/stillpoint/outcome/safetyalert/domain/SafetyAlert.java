package health.stillpoint.outcome.safetyalert.domain;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something in a patient's answers, or in their absence, that a clinician must hear. */
public final class SafetyAlert {

    /** C-SSRS not answered at a time point that requires it (schedules.md section 5). */
    public static final String CSSRS_MISSED = "CSSRS_MISSED";

    /** PHQ-9 item 9 was positive and no C-SSRS followed within 24 h (schedules.md section 5). */
    public static final String PHQ9_SI_WITHOUT_CSSRS = "PHQ9_SI_WITHOUT_CSSRS";

    /** No check the day after a psychedelic-level dose: call the patient (schedules.md section 5). */
    public static final String H24_MISSED = "H24_MISSED";

    /** Reason code of an alert that ended because the missing item was answered. */
    public static final String ITEM_ANSWERED = "ITEM_ANSWERED";

    /**
     * What the alert is about.
     *
     * @param patient who answered, or did not
     * @param response the response it rests on; absent when nothing was answered
     * @param assessment the assessment
     * @param instrument the instrument
     * @param code what was found
     * @param severity how soon somebody must act
     * @param items the items it rests on
     * @param action what the catalogue asks the clinician to do
     */
    public record Cause(
            PatientId patient,
            Optional<UUID> response,
            UUID assessment,
            InstrumentCode instrument,
            String code,
            AlertSeverity severity,
            List<Integer> items,
            Optional<String> action) {}

    private final SafetyAlertId id;
    private final Cause cause;
    private final Instant raisedAt;
    private Optional<Instant> escalatedAt;
    private AlertState state;

    private SafetyAlert(
            SafetyAlertId id, Cause cause, Instant raisedAt, Optional<Instant> escalatedAt, AlertState state) {
        this.id = id;
        this.cause = cause;
        this.raisedAt = raisedAt;
        this.escalatedAt = escalatedAt;
        this.state = state;
    }

    /** A new alert. */
    public static SafetyAlert raise(SafetyAlertId id, Cause cause, Instant at) {
        return new SafetyAlert(id, cause, at, Optional.empty(), new AlertState.Raised());
    }

    /** Restores a stored alert. */
    public static SafetyAlert restore(
            SafetyAlertId id, Cause cause, Instant raisedAt, Optional<Instant> escalatedAt, AlertState state) {
        return new SafetyAlert(id, cause, raisedAt, escalatedAt, state);
    }

    /** Somebody takes it. */
    public void acknowledge(String by, Instant at) {
        state = switch (state) {
            case AlertState.Raised _ -> new AlertState.Acknowledged(by, at);
            case AlertState.Acknowledged _ -> throw new AlertRefusal.StepNotAllowed("ACKNOWLEDGED");
            case AlertState.Resolved _ -> throw new AlertRefusal.StepNotAllowed("RESOLVED");
        };
    }

    /**
     * Somebody has dealt with it.
     *
     * @param byPrescriber whether that is a prescriber; orange and red alerts need one
     */
    public void resolve(String by, boolean byPrescriber, String reason, Instant at) {
        if (needsPrescriber() && !byPrescriber) {
            throw new AlertRefusal.PrescriberOnly();
        }
        end(by, reason, at);
    }

    /** The missing item was answered in a response that supersedes the first one. */
    public void endAsAnswered(Instant at) {
        end("", ITEM_ANSWERED, at);
    }

    private void end(String by, String reason, Instant at) {
        state = switch (state) {
            case AlertState.Raised _, AlertState.Acknowledged _ -> new AlertState.Resolved(by, at, reason);
            case AlertState.Resolved _ -> throw new AlertRefusal.StepNotAllowed("RESOLVED");
        };
    }

    /** Passes the alert on when nobody took it within the time allowed; tells whether it did. */
    public boolean escalateIfUnheard(Duration allowed, Instant now) {
        boolean unheard = state instanceof AlertState.Raised
                && escalatedAt.isEmpty()
                && !now.isBefore(raisedAt.plus(allowed));
        if (unheard) {
            escalatedAt = Optional.of(now);
        }
        return unheard;
    }

    public SafetyAlertId id() {
        return id;
    }

    public Cause cause() {
        return cause;
    }

    public AlertSeverity severity() {
        return cause.severity();
    }

    /** Orange and red alerts hold the next dose; only a prescriber ends them. */
    public boolean needsPrescriber() {
        return severity().compareTo(AlertSeverity.AMBER) > 0;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    /** When it was passed on because nobody took it in time; stays when somebody then takes it. */
    public Optional<Instant> escalatedAt() {
        return escalatedAt;
    }

    public AlertState state() {
        return state;
    }
}
