package health.stillpoint.patient.programme.domain;

import java.time.Instant;
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

    /** Consent to treatment; null while none stands. */
    public UUID consentId;
    public Set<UUID> consentsEnded = new LinkedHashSet<>();

    public Set<UUID> preparationSessions = new LinkedHashSet<>();
    public boolean baselineCompleted;

    /** Course id to whether it is maintenance. */
    public Map<UUID, Boolean> coursesPlanned = new LinkedHashMap<>();
    public Set<UUID> coursesCompleted = new LinkedHashSet<>();
    /** Courses that have moved the state. */
    public Set<UUID> coursesEntered = new LinkedHashSet<>();
    public UUID currentCourse;

    public Set<UUID> holdsOpen = new LinkedHashSet<>();
    public Set<UUID> holdsCleared = new LinkedHashSet<>();
    public Set<UUID> decisionsEnded = new LinkedHashSet<>();

    /** End of the last dose, UTC; null = never dosed. */
    public Instant lastDoseEndedAt;

    /** An equal one that can change by itself. */
    public ProgrammeFacts copy() {
        ProgrammeFacts copy = new ProgrammeFacts();
        copy.intakeOpened = intakeOpened;
        copy.intakeSigned = intakeSigned;
        copy.screeningId = screeningId;
        copy.screeningComplete = screeningComplete;
        copy.screenedSinceDecision = screenedSinceDecision;
        copy.decisionId = decisionId;
        copy.verdict = verdict;
        copy.lowStart = lowStart;
        copy.decisionPending = decisionPending;
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
        copy.lastDoseEndedAt = lastDoseEndedAt;
        return copy;
    }
}
