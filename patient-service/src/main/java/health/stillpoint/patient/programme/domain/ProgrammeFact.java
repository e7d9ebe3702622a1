package health.stillpoint.patient.programme.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Something that happened and may move a patient on. Facts of other services arrive in any order and more than once. */
public sealed interface ProgrammeFact {

    record IntakeOpened() implements ProgrammeFact { }

    /** @param primaryEndpoint instrument of the diagnosis; null for one out of scope */
    record IntakeSigned(String primaryEndpoint) implements ProgrammeFact { }

    /** @param complete every row answered, tests in date */
    record Screened(UUID screeningId, boolean complete) implements ProgrammeFact { }

    /** Time has made the screening incomplete: a test, or the visit itself, is older than its validity. */
    record ScreeningOutOfDate() implements ProgrammeFact { }

    /**
     * A decision took effect.
     *
     * @param screenedAt when the screening it rests on was performed, UTC
     */
    record CandidacyDecided(
            UUID decisionId, Verdict verdict, boolean lowStart, List<String> reasonCodes, Instant screenedAt)
            implements ProgrammeFact { }

    /** A decision ran out of date, or a new finding reopened it. */
    record CandidacyEnded(UUID decisionId, List<String> reasonCodes) implements ProgrammeFact { }

    /** Consent to treatment. */
    record ConsentGranted(UUID consentId) implements ProgrammeFact { }

    /** The person took consent to treatment back. */
    record ConsentWithdrawn(UUID consentId) implements ProgrammeFact { }

    /** Consent no longer covers the case; it is sought again. */
    record ConsentLapsed(UUID consentId, List<String> reasonCodes) implements ProgrammeFact { }

    record PreparationCompleted(UUID sessionId) implements ProgrammeFact { }

    /** Baseline battery answered. */
    record BaselineCompleted() implements ProgrammeFact { }

    record CoursePlanned(UUID courseId, boolean maintenance, Instant plannedAt) implements ProgrammeFact { }

    record CourseCompleted(UUID courseId) implements ProgrammeFact { }

    /**
     * A course ended without being completed.
     *
     * @param dosed a dose was given in it; else it never began
     */
    record CourseEnded(UUID courseId, boolean dosed) implements ProgrammeFact { }

    /**
     * An instrument was answered and scored at the end of a course or in follow-up.
     *
     * @param responded response or remission on this instrument
     */
    record Assessed(TimePoint timePoint, String instrument, boolean responded, Instant at) implements ProgrammeFact { }

    /** The window of an assessment closed before it was answered. */
    record AssessmentMissed(TimePoint timePoint, Instant at) implements ProgrammeFact { }

    record HoldPlaced(UUID holdId, String code) implements ProgrammeFact { }

    record HoldCleared(UUID holdId, String code) implements ProgrammeFact { }

    /** Holds of another record that turned out to be the same person's. */
    record HoldsTakenOver(Set<UUID> open, Set<UUID> cleared) implements ProgrammeFact { }

    /** A clinician stops the programme. */
    record StopDecided(String reasonCode) implements ProgrammeFact { }

    /** No dosing is planned any more; follow-up assessments go on. */
    record FollowUpBegun(String reasonCode, Farewell farewell) implements ProgrammeFact { }

    /** The programme of this person is over. */
    record Closed(String reasonCode, Farewell farewell) implements ProgrammeFact { }

    /** What a clinician has done before a stopped patient is let go. */
    record Farewell(boolean closingNote, boolean safetyPlan) { }

    /** Time points of schedules.md section 1 that the programme waits for. */
    enum TimePoint { EOC, FU_1M, FU_3M, FU_6M, FU_12M }

    /** What a decision says, as far as the programme cares. */
    enum Verdict { ACCEPTED, ACCEPTED_WITH_CONDITIONS, DEFERRED, DECLINED }
}
