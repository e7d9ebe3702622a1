package health.stillpoint.patient.programme.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of a patient's way so far. Sets of ids, so that a fact that comes twice changes nothing, and a fact that
 * comes before its time waits here until the state asks for it. Answers what follows from it whatever the state. Mutable; owned by
 * one {@link Programme}.
 */
public final class ProgrammeFacts {

    private static final Set<ProgrammeFact.TimePoint> FOLLOW_UPS =
            EnumSet.range(ProgrammeFact.TimePoint.FU_1M, ProgrammeFact.TimePoint.FU_12M);

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
    /** Ended after a dose without being completed. */
    public Set<UUID> coursesStopped = new LinkedHashSet<>();
    /** Ended before the first dose: as if never planned. */
    public Set<UUID> coursesUnbegun = new LinkedHashSet<>();
    /** Courses that have moved the state. */
    public Set<UUID> coursesEntered = new LinkedHashSet<>();
    public UUID currentCourse;

    public Set<UUID> holdsOpen = new LinkedHashSet<>();
    public Set<UUID> holdsCleared = new LinkedHashSet<>();

    /** Latest answer of each instrument at each time point, as TIME_POINT:INSTRUMENT. */
    public Map<String, Answered> assessed = new LinkedHashMap<>();
    /** When the window of a time point last closed unanswered. */
    public Map<ProgrammeFact.TimePoint, Instant> missed = new EnumMap<>(ProgrammeFact.TimePoint.class);

    /** A course as planned. */
    public record PlannedCourse(boolean maintenance, Instant plannedAt) { }

    /** An answer, and whether it showed response or remission. */
    public record Answered(Instant at, boolean responded) { }

    /** Keeps a fact; one that comes twice changes nothing, and one that came too late does not undo what ended it. */
    void keep(ProgrammeFact fact) {
        switch (fact) {
            case ProgrammeFact.IntakeOpened _ -> intakeOpened = true;
            case ProgrammeFact.IntakeSigned signed -> {
                intakeOpened = true;
                intakeSigned = true;
                primaryEndpoint = signed.primaryEndpoint();
            }
            case ProgrammeFact.Screened screened -> {
                screeningId = screened.screeningId();
                screeningComplete = screened.complete();
                screenedSinceDecision = true;
            }
            case ProgrammeFact.ScreeningOutOfDate _ -> screeningComplete = false;
            case ProgrammeFact.CandidacyDecided decided -> keepDecision(decided);
            case ProgrammeFact.CandidacyEnded ended -> keepEndOfDecision(ended.decisionId());
            case ProgrammeFact.ConsentGranted granted -> {
                if (!consentsEnded.contains(granted.consentId())) {
                    consentId = granted.consentId();
                }
            }
            case ProgrammeFact.ConsentWithdrawn withdrawn -> keepEndOfConsent(withdrawn.consentId());
            case ProgrammeFact.ConsentLapsed lapsed -> keepEndOfConsent(lapsed.consentId());
            case ProgrammeFact.PreparationCompleted completed -> preparationSessions.add(completed.sessionId());
            case ProgrammeFact.BaselineCompleted _ -> baselineCompleted = true;
            case ProgrammeFact.CoursePlanned planned -> coursesPlanned.putIfAbsent(planned.courseId(),
                    new PlannedCourse(planned.maintenance(), planned.plannedAt()));
            case ProgrammeFact.CourseCompleted completed -> coursesCompleted.add(completed.courseId());
            case ProgrammeFact.CourseEnded ended -> (ended.dosed() ? coursesStopped : coursesUnbegun).add(ended.courseId());
            case ProgrammeFact.Assessed answered -> assessed.merge(answered.timePoint() + ":" + answered.instrument(),
                    new Answered(answered.at(), answered.responded()),
                    (known, more) -> more.at().isAfter(known.at()) ? more : known);
            case ProgrammeFact.AssessmentMissed unanswered -> missed.merge(unanswered.timePoint(), unanswered.at(),
                    (known, more) -> more.isAfter(known) ? more : known);
            case ProgrammeFact.HoldPlaced placed -> {
                if (!holdsCleared.contains(placed.holdId())) {
                    holdsOpen.add(placed.holdId());
                }
            }
            case ProgrammeFact.HoldCleared cleared -> {
                holdsCleared.add(cleared.holdId());
                holdsOpen.remove(cleared.holdId());
            }
            case ProgrammeFact.HoldsTakenOver taken -> {
                holdsCleared.addAll(taken.cleared());
                holdsOpen.addAll(taken.open());
                holdsOpen.removeAll(holdsCleared);
            }
            case ProgrammeFact.StopDecided _, ProgrammeFact.FollowUpBegun _, ProgrammeFact.Closed _ -> { }
        }
    }

    /** No decision is taken on an incomplete screening: one that arrives leads on from SCREENING, where an ended one led back to. */
    private void keepDecision(ProgrammeFact.CandidacyDecided decided) {
        decisionId = decided.decisionId();
        verdict = decided.verdict();
        lowStart = decided.lowStart();
        if (isAccepted()) {
            acceptedScreenedAt = decided.screenedAt();
        }
        decisionPending = true;
        screenedSinceDecision = false;
    }

    private void keepEndOfDecision(UUID ended) {
        if (isDecision(ended)) {
            decisionId = null;
            verdict = null;
            decisionPending = false;
            screeningComplete = screeningComplete && screenedSinceDecision;
        }
    }

    private void keepEndOfConsent(UUID ended) {
        consentsEnded.add(ended);
        if (isConsent(ended)) {
            consentId = null;
        }
    }

    /** The decision in effect. */
    boolean isDecision(UUID id) {
        return id.equals(decisionId);
    }

    /** The consent that stands. */
    boolean isConsent(UUID id) {
        return id.equals(consentId);
    }

    /** A hold stands, or nothing permits a dose any more: no accepting decision in effect, or no consent. */
    boolean isBlocked() {
        return !holdsOpen.isEmpty() || !isAccepted() || consentId == null;
    }

    boolean isAccepted() {
        return verdict == ProgrammeFact.Verdict.ACCEPTED || verdict == ProgrammeFact.Verdict.ACCEPTED_WITH_CONDITIONS;
    }

    List<String> followUpsOpen() {
        if (currentCourse == null) {
            return List.of();
        }
        return FOLLOW_UPS.stream().filter(point -> !isKnown(point)).map(point -> point + "_ASSESSED").toList();
    }

    /** The primary endpoint was answered since the current course was planned, or the window has passed. */
    boolean isKnown(ProgrammeFact.TimePoint point) {
        Instant planned = coursesPlanned.get(currentCourse).plannedAt();
        Instant lastMissed = missed.get(point);
        return answered(point).isPresent() || (lastMissed != null && lastMissed.isAfter(planned));
    }

    Optional<Answered> answered(ProgrammeFact.TimePoint point) {
        Instant planned = coursesPlanned.get(currentCourse).plannedAt();
        return Optional.ofNullable(assessed.get(point + ":" + primaryEndpoint))
                .filter(answer -> answer.at().isAfter(planned));
    }

    boolean isCourseCompleted() {
        return coursesCompleted.contains(currentCourse);
    }

    boolean isCourseStopped() {
        return coursesStopped.contains(currentCourse);
    }

    boolean isCourseUnbegun() {
        return coursesUnbegun.contains(currentCourse);
    }

    /** A course is planned and was not told to be over; whatever the state says, a dose may be ahead. */
    boolean isCourseOpen() {
        return coursesPlanned.keySet().stream().anyMatch(course -> !isOver(course));
    }

    boolean isOver(UUID course) {
        return coursesCompleted.contains(course) || coursesStopped.contains(course) || coursesUnbegun.contains(course);
    }

    /** The next course that treats and does not only maintain. */
    Optional<UUID> treatmentCourse() {
        return openCourses().filter(id -> !isMaintenance(id)).findFirst();
    }

    boolean isMaintenance(UUID course) {
        return coursesPlanned.get(course).maintenance();
    }

    /** Courses planned after the current one, the oldest first, in whatever order they were heard of. */
    Stream<UUID> openCourses() {
        return coursesPlanned.entrySet().stream()
                .filter(course -> !coursesEntered.contains(course.getKey()) && !coursesUnbegun.contains(course.getKey()))
                .filter(course -> currentCourse == null || course.getValue().plannedAt()
                        .isAfter(coursesPlanned.get(currentCourse).plannedAt()))
                .map(Map.Entry::getKey)
                .sorted(byPlan());
    }

    /** Whether maintenance began too early: a course to treat, planned before it, had not been heard of. Then it waits again. */
    boolean takeBackMaintenance() {
        Optional<UUID> treated = coursesEntered.stream().filter(id -> !isMaintenance(id)).max(byPlan());
        Instant since = treated.map(id -> coursesPlanned.get(id).plannedAt()).orElse(Instant.MIN);
        boolean early = coursesPlanned.entrySet().stream()
                .filter(course -> !course.getValue().maintenance() && !coursesEntered.contains(course.getKey())
                        && !coursesUnbegun.contains(course.getKey()))
                .map(course -> course.getValue().plannedAt())
                .anyMatch(planned -> planned.isAfter(since) && planned.isBefore(coursesPlanned.get(currentCourse).plannedAt()));
        if (early) {
            coursesEntered.remove(currentCourse);
            currentCourse = treated.orElse(null);
        }
        return early;
    }

    private Comparator<UUID> byPlan() {
        return Comparator.comparing((UUID course) -> coursesPlanned.get(course).plannedAt()).thenComparing(Comparator.naturalOrder());
    }

    void enter(UUID course) {
        coursesEntered.add(course);
        currentCourse = course;
    }

    /** Takes back that the current course was entered: the one before it is the current one again. */
    void leave() {
        coursesEntered.remove(currentCourse);
        currentCourse = coursesEntered.stream().max(byPlan()).orElse(null);
    }

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
        copy.coursesStopped = new LinkedHashSet<>(coursesStopped);
        copy.coursesUnbegun = new LinkedHashSet<>(coursesUnbegun);
        copy.coursesEntered = new LinkedHashSet<>(coursesEntered);
        copy.currentCourse = currentCourse;
        copy.holdsOpen = new LinkedHashSet<>(holdsOpen);
        copy.holdsCleared = new LinkedHashSet<>(holdsCleared);
        copy.assessed = new LinkedHashMap<>(assessed);
        copy.missed.putAll(missed);
        return copy;
    }
}
