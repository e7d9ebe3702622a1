package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one patient is asked to answer at one time point, and what has been answered.
 *
 * <pre>
 * DUE --window opens--> OPEN --everything required answered--> COMPLETED
 *                         +----window over-------------------> MISSED
 * DUE, OPEN --record merged or erased--> CANCELLED
 * </pre>
 */
public final class Assessment {

    /**
     * The answer that counts for an instrument.
     *
     * @param responseId the response
     * @param scored whether it gave a score; an incomplete one is kept but does not complete the assessment
     */
    public record Answered(UUID responseId, boolean scored) {}

    /** What an answer did to the assessment. */
    public record Effect(Optional<UUID> superseded, boolean late, boolean completed) {}

    private final AssessmentId id;
    private final PatientId patient;
    private final TimePoint timePoint;
    private final UUID anchorId;
    private final List<InstrumentCode> required;
    private final Map<InstrumentCode, Answered> answered;
    private Window window;
    private Optional<Instant> completedAt;
    private Optional<Instant> missedAt;
    private Optional<Instant> cancelledAt;

    private Assessment(
            AssessmentId id,
            PatientId patient,
            TimePoint timePoint,
            UUID anchorId,
            Window window,
            List<InstrumentCode> required,
            Map<InstrumentCode, Answered> answered,
            Optional<Instant> completedAt,
            Optional<Instant> missedAt,
            Optional<Instant> cancelledAt) {
        this.id = id;
        this.patient = patient;
        this.timePoint = timePoint;
        this.anchorId = anchorId;
        this.window = window;
        this.required = List.copyOf(required);
        this.answered = new LinkedHashMap<>(answered);
        this.completedAt = completedAt;
        this.missedAt = missedAt;
        this.cancelledAt = cancelledAt;
    }

    /**
     * Plans an assessment.
     *
     * @param anchorId what it belongs to: the dose, or the patient for the baseline; one assessment for each
     */
    public static Assessment plan(
            AssessmentId id,
            PatientId patient,
            TimePoint timePoint,
            UUID anchorId,
            Window window,
            List<InstrumentCode> required) {
        return new Assessment(
                id,
                patient,
                timePoint,
                anchorId,
                window,
                required,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Restores a stored assessment. */
    public static Assessment restore(
            AssessmentId id,
            PatientId patient,
            TimePoint timePoint,
            UUID anchorId,
            Window window,
            List<InstrumentCode> required,
            Map<InstrumentCode, Answered> answered,
            Optional<Instant> completedAt,
            Optional<Instant> missedAt,
            Optional<Instant> cancelledAt) {
        return new Assessment(
                id, patient, timePoint, anchorId, window, required, answered, completedAt, missedAt, cancelledAt);
    }

    /**
     * Refuses an answer that this assessment cannot take.
     *
     * @param instrument what is answered
     * @param battery what the time point offers
     * @param answeredAt when the patient answered; the window is held against this moment, not against the recording
     */
    public void admit(InstrumentCode instrument, Battery battery, Instant answeredAt) {
        if (!required.contains(instrument) && !battery.offers(instrument)) {
            throw new AssessmentRefusal.InstrumentNotOffered(timePoint, required);
        }
        if (cancelledAt.isPresent()) {
            throw new AssessmentRefusal.WindowClosed(cancelledAt.get());
        }
        if (window.isAhead(answeredAt)) {
            throw new AssessmentRefusal.WindowNotOpen(window.opensAt());
        }
        if (window.isOver(answeredAt)) {
            throw new AssessmentRefusal.WindowClosed(window.lastMoment().orElseThrow());
        }
    }

    /** Takes an answer that was admitted; a repeat supersedes the earlier one. */
    public Effect answer(InstrumentCode instrument, UUID responseId, boolean scored, Instant answeredAt) {
        boolean wasComplete = completedAt.isPresent();
        Optional<UUID> superseded =
                Optional.ofNullable(answered.put(instrument, new Answered(responseId, scored))).map(Answered::responseId);
        if (!wasComplete && unanswered().isEmpty()) {
            completedAt = Optional.of(answeredAt);
            missedAt = Optional.empty();
        }
        return new Effect(superseded, window.isLate(answeredAt), !wasComplete && completedAt.isPresent());
    }

    /** Ends the window, as the first dose does to the baseline: what comes later is no baseline any more. */
    public void closeAt(Instant moment) {
        window = window.closedAt(moment);
    }

    /** Ends what is unfinished with the record it was planned under: it takes no answer, and its silence means nothing. */
    public void cancel(Instant moment) {
        if (completedAt.isEmpty() && missedAt.isEmpty() && cancelledAt.isEmpty()) {
            cancelledAt = Optional.of(moment);
        }
    }

    /** Notes that the window passed unanswered; does nothing to one that is complete, cancelled or still open. */
    public boolean missIfOver(Instant now) {
        if (completedAt.isPresent() || missedAt.isPresent() || cancelledAt.isPresent() || !window.isOver(now)) {
            return false;
        }
        missedAt = window.lastMoment();
        return true;
    }

    /** Where it stands at a moment of clinic time. */
    public AssessmentStatus statusAt(Instant now) {
        if (completedAt.isPresent()) {
            return AssessmentStatus.COMPLETED;
        }
        if (cancelledAt.isPresent()) {
            return AssessmentStatus.CANCELLED;
        }
        if (window.isOver(now)) {
            return AssessmentStatus.MISSED;
        }
        return window.isAhead(now) ? AssessmentStatus.DUE : AssessmentStatus.OPEN;
    }

    /** Required instruments without a score. */
    public List<InstrumentCode> unanswered() {
        return required.stream().filter(instrument -> !isAnswered(instrument)).toList();
    }

    /** Tells whether an instrument has a score. */
    public boolean isAnswered(InstrumentCode instrument) {
        return Optional.ofNullable(answered.get(instrument)).filter(Answered::scored).isPresent();
    }

    /** Required instruments, then others that were answered. */
    public List<InstrumentCode> instruments() {
        List<InstrumentCode> instruments = new ArrayList<>(required);
        answered.keySet().stream().filter(code -> !required.contains(code)).forEach(instruments::add);
        return instruments;
    }

    public AssessmentId id() {
        return id;
    }

    public PatientId patient() {
        return patient;
    }

    public TimePoint timePoint() {
        return timePoint;
    }

    /** What it belongs to: the dose, or the patient for the baseline. */
    public UUID anchorId() {
        return anchorId;
    }

    public Window window() {
        return window;
    }

    public List<InstrumentCode> required() {
        return required;
    }

    /** The answers that count, by instrument. */
    public Map<InstrumentCode, Answered> answered() {
        return Map.copyOf(answered);
    }

    public Optional<Instant> completedAt() {
        return completedAt;
    }

    public Optional<Instant> missedAt() {
        return missedAt;
    }

    public Optional<Instant> cancelledAt() {
        return cancelledAt;
    }
}
