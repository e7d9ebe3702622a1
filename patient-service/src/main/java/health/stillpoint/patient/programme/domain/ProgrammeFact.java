package health.stillpoint.patient.programme.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that happened and may move a patient on. Facts of other services arrive in any order and more than once. */
public sealed interface ProgrammeFact {

    record IntakeOpened() implements ProgrammeFact { }

    record IntakeSigned() implements ProgrammeFact { }

    /** @param complete every row answered, tests in date */
    record Screened(UUID screeningId, boolean complete) implements ProgrammeFact { }

    /** A decision took effect. */
    record CandidacyDecided(UUID decisionId, Verdict verdict, boolean lowStart, List<String> reasonCodes)
            implements ProgrammeFact { }

    /** A decision ran out of date, or a new finding reopened it. */
    record CandidacyEnded(UUID decisionId, List<String> reasonCodes) implements ProgrammeFact { }

    /** Consent to treatment. */
    record ConsentGranted(UUID consentId) implements ProgrammeFact { }

    /** The person took consent to treatment back. */
    record ConsentWithdrawn(UUID consentId) implements ProgrammeFact { }

    /** Consent no longer covers the case; it is sought again. */
    record ConsentLapsed(UUID consentId) implements ProgrammeFact { }

    record PreparationCompleted(UUID sessionId) implements ProgrammeFact { }

    /** Baseline battery answered. */
    record BaselineCompleted() implements ProgrammeFact { }

    /** @param endedAt end of administration, UTC */
    record DoseGiven(UUID doseId, Instant endedAt) implements ProgrammeFact { }

    record CoursePlanned(UUID courseId, boolean maintenance) implements ProgrammeFact { }

    record CourseCompleted(UUID courseId) implements ProgrammeFact { }

    record HoldPlaced(UUID holdId, String code) implements ProgrammeFact { }

    record HoldCleared(UUID holdId, String code) implements ProgrammeFact { }

    /** A clinician stops the programme. */
    record StopDecided(String reasonCode) implements ProgrammeFact { }

    /** No dosing is planned any more; follow-up assessments go on. */
    record FollowUpBegun(String reasonCode) implements ProgrammeFact { }

    /** The programme of this person is over. */
    record Closed(String reasonCode) implements ProgrammeFact { }

    /** What a decision says, as far as the programme cares. */
    enum Verdict { ACCEPTED, ACCEPTED_WITH_CONDITIONS, DEFERRED, DECLINED }
}
