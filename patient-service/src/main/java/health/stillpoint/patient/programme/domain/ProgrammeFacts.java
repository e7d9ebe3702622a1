package health.stillpoint.patient.programme.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a patient's way so far. Sets of ids, so that a fact that comes twice changes nothing, and a fact that
 * comes before its time waits here until the state asks for it. Mutable; owned by one {@link Programme}.
 */
public final class ProgrammeFacts {

    public boolean intakeOpened;
    public boolean intakeSigned;
    /** Instrument of the diagnosis of the latest signed intake. */
    public String primaryEndpoint;

    /** The latest screening, and whether it was complete. */
    public UUID screeningId;
    public boolean screeningComplete;
    /** A screening came after the last decision. */
    public boolean screenedSinceDecision;

    /** The decision in effect; null after it ended. */
    public UUID decisionId;
    public ProgrammeFact.Verdict verdict;
    public boolean lowStart;
    /** The decision has not moved the state yet. */
    public boolean decisionPending;
    /** When the screening of the last accepting decision was performed; kept when that decision ends. */
    public Instant acceptedScreenedAt;

    /** Consent to treatment; null while none stands. */
    public UUID consentId;
    public Set<UUID> consentsEnded = new LinkedHashSet<>();

    public Set<UUID> preparationSessions = new LinkedHashSet<>();
    public boolean baselineCompleted;

    public Map<UUID, PlannedCourse> coursesPlanned = new LinkedHashMap<>();
    public Set<UUID> coursesCompleted = new LinkedHashSet<>();
    /** Courses that have moved the state. */
    public Set<UUID> coursesEntered = new LinkedHashSet<>();
    public UUID currentCourse;

    public Set<UUID> holdsOpen = new LinkedHashSet<>();
    public Set<UUID> holdsCleared = new LinkedHashSet<>();
    public Set<UUID> decisionsEnded = new LinkedHashSet<>();

    /** Latest answer of each instrument at each time point, as TIME_POINT:INSTRUMENT. */
    public Map<String, Answered> assessed = new LinkedHashMap<>();
    /** When the window of a time point last closed unanswered. */
    public Map<ProgrammeFact.TimePoint, Instant> missed = new EnumMap<>(ProgrammeFact.TimePoint.class);

    /** A course as planned. */
    public record PlannedCourse(boolean maintenance, Instant plannedAt) { }

    /** An answer, and whether it showed response or remission. */
    public record Answered(Instant at, boolean responded) { }

    /** An equal one that can change by itself. */
    public ProgrammeFacts copy() {
        ProgrammeFacts copy = new ProgrammeFacts();
        copy.intakeOpened = intakeOpened;
        copy.intakeSigned = intakeSigned;
        copy.primaryEndpoint = primaryEndpoint;
        copy.screeningId = screeningId;
        copy.screeningComplete = screeningComplete;
        copy.screenedSinceDecision = screenedSinceDecision;
        copy.decisionId = decisionId;
        copy.verdict = verdict;
        copy.lowStart = lowStart;
        copy.decisionPending = decisionPending;
        copy.acceptedScreenedAt = acceptedScreenedAt;
        copy.consentId = consentId;
        copy.consentsEnded = new LinkedHashSet<>(consentsEnded);
        copy.preparationSessions = new LinkedHashSet<>(preparationSessions);
        copy.baselineCompleted = baselineCompleted;
        copy.coursesPlanned = new LinkedHashMap<>(coursesPlanned);
        copy.coursesCompleted = new LinkedHashSet<>(coursesCompleted);
        copy.coursesEntered = new LinkedHashSet<>(coursesEntered);
        copy.currentCourse = currentCourse;
        copy.holdsOpen = new LinkedHashSet<>(holdsOpen);
        copy.holdsCleared = new LinkedHashSet<>(holdsCleared);
        copy.decisionsEnded = new LinkedHashSet<>(decisionsEnded);
        copy.assessed = new LinkedHashMap<>(assessed);
        copy.missed.putAll(missed);
        return copy;
    }
}
