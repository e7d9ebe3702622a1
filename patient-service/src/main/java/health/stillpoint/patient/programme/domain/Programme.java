package health.stillpoint.patient.programme.domain;

import static health.stillpoint.patient.patients.domain.ProgrammeState.ACCEPTED;
import static health.stillpoint.patient.patients.domain.ProgrammeState.ACCEPTED_WITH_CONDITIONS;
import static health.stillpoint.patient.patients.domain.ProgrammeState.CANDIDACY_REVIEW;
import static health.stillpoint.patient.patients.domain.ProgrammeState.CLOSED;
import static health.stillpoint.patient.patients.domain.ProgrammeState.CONSENT;
import static health.stillpoint.patient.patients.domain.ProgrammeState.COURSE_COMPLETE;
import static health.stillpoint.patient.patients.domain.ProgrammeState.DECLINED;
import static health.stillpoint.patient.patients.domain.ProgrammeState.DEFERRED;
import static health.stillpoint.patient.patients.domain.ProgrammeState.FOLLOW_UP;
import static health.stillpoint.patient.patients.domain.ProgrammeState.IN_COURSE;
import static health.stillpoint.patient.patients.domain.ProgrammeState.INTAKE;
import static health.stillpoint.patient.patients.domain.ProgrammeState.MAINTENANCE;
import static health.stillpoint.patient.patients.domain.ProgrammeState.PREPARATION;
import static health.stillpoint.patient.patients.domain.ProgrammeState.SCREENING;
import static health.stillpoint.patient.patients.domain.ProgrammeState.STOPPED;
import static health.stillpoint.patient.patients.domain.ProgrammeState.SUSPENDED;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A patient's way through the programme (programme.md section 1). A fact is first kept and then the state moves on as far
 * as its guards allow; so the order in which facts of several services arrive does not change where the patient ends up.
 */
public final class Programme {

    private static final String DECEASED = "DECEASED";

    /** Why somebody leaves who cannot be asked or does not want to be: assessments ahead no longer hold them. */
    private static final Set<String> GONE = Set.of("LOST_TO_FOLLOW_UP", DECEASED, "MOVED_AWAY", "PATIENT_WISH");

    private static final String END_OF_COURSE = "END_OF_COURSE_ASSESSED";

    private static final String COURSE_STOPPED = "COURSE_STOPPED";

    private static final Set<ProgrammeState> OVER = EnumSet.of(STOPPED, CLOSED);

    /** States that end when the person withdraws consent to treatment. */
    private static final Set<ProgrammeState> ON_CONSENT =
            EnumSet.of(PREPARATION, IN_COURSE, COURSE_COMPLETE, MAINTENANCE, SUSPENDED);

    /** Before the first dose an ended decision sends the case back to screening (in-date rule of section 4). */
    private static final Set<ProgrammeState> UNDOSED = EnumSet.of(CONSENT, PREPARATION);

    /** A decision is awaited that nobody can take once the screening is older than its validity (the same rule). */
    private static final Set<ProgrammeState> UNDECIDED = EnumSet.of(CANDIDACY_REVIEW, DEFERRED);

    private final ProgrammeLimits limits;
    private final ProgrammeFacts facts;
    private ProgrammeState state;
    private ProgrammeState before;

    public Programme(ProgrammeState state, ProgrammeState before, ProgrammeFacts facts, ProgrammeLimits limits) {
        this.state = state;
        this.before = before;
        this.facts = facts;
        this.limits = limits;
    }

    /** A patient who was just registered. */
    public static Programme referred(ProgrammeLimits limits) {
        return new Programme(ProgrammeState.REFERRED, null, new ProgrammeFacts(), limits);
    }

    public ProgrammeState state() {
        return state;
    }

    /** The state to come back to from a suspension; else null. */
    public ProgrammeState before() {
        return before;
    }

    public ProgrammeFacts facts() {
        return facts;
    }

    /** Keeps the fact and moves on as far as it allows; returns the steps taken, in order. */
    public List<Transition> note(ProgrammeFact fact, Instant at) {
        List<Transition> steps = new ArrayList<>();
        Optional<Step> moved = movedBy(fact);
        facts.keep(fact);
        moved.ifPresent(step -> take(step, at, steps));
        for (Optional<Step> next = next(); next.isPresent(); next = next()) {
            take(next.get(), at, steps);
        }
        return steps;
    }

    /** A course is planned and not over, whatever the state. */
    public boolean isCourseOpen() {
        return facts.isCourseOpen();
    }

    /** Stopped or closed: nobody is accepted for treatment or consents to it (programme.md section 1; the refusal is ours). */
    public boolean isOver() {
        return OVER.contains(state);
    }

    /** What still keeps the patient in the present state, as codes. */
    public List<String> unmet() {
        List<String> unmet = new ArrayList<>();
        switch (state) {
            case REFERRED -> unmet.add("INTAKE_OPENED");
            case INTAKE -> unmet.add("INTAKE_SIGNED");
            case SCREENING -> unmet.add("SCREENING_COMPLETE");
            case CANDIDACY_REVIEW, DEFERRED, DECLINED -> unmet.add("CANDIDACY_DECISION");
            case CONSENT -> unmet.add("CONSENT_SIGNED");
            case PREPARATION -> {
                unmet.addAll(unprepared());
                if (facts.treatmentCourse().isEmpty()) {
                    unmet.add("COURSE_PLANNED");
                }
            }
            case IN_COURSE -> unmet.add("COURSE_COMPLETED");
            case SUSPENDED -> {
                if (!facts.holdsOpen.isEmpty()) {
                    unmet.add("HOLDS_CLEARED");
                }
                if (!facts.isAccepted()) {
                    unmet.add("CANDIDACY_DECISION");
                }
                if (facts.consentId == null) {
                    unmet.add("CONSENT_SIGNED");
                }
            }
            case COURSE_COMPLETE -> {
                if (!facts.isKnown(ProgrammeFact.TimePoint.EOC)) {
                    unmet.add(END_OF_COURSE);
                }
            }
            case FOLLOW_UP -> {
                if (facts.treatmentCourse().isPresent()) {
                    if (!isReviewedForRelapse()) {
                        unmet.add("CANDIDACY_DECISION");
                    }
                    unmet.addAll(unprepared());
                }
                unmet.addAll(facts.followUpsOpen());
            }
            case STOPPED -> unmet.addAll(List.of("CLOSING_NOTE", "SAFETY_PLAN"));
            case MAINTENANCE -> {
                if (facts.treatmentCourse().isPresent()) {
                    unmet.addAll(unprepared());
                }
            }
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS, CLOSED -> { }
        }
        return unmet;
    }

    /** What a person must have done before any course begins, also one after a relapse: it may be the first. */
    private List<String> unprepared() {
        List<String> unmet = new ArrayList<>();
        int needed = facts.lowStart ? limits.preparationSessionsLowStart() : limits.preparationSessions();
        if (facts.preparationSessions.size() < needed) {
            unmet.add("PREPARATION_SESSIONS");
        }
        if (!facts.baselineCompleted) {
            unmet.add("BASELINE_COMPLETED");
        }
        return unmet;
    }

    private record Step(ProgrammeState to, List<String> reasonCodes) { }

    private static Optional<Step> step(ProgrammeState to, String... reasonCodes) {
        return Optional.of(new Step(to, List.of(reasonCodes)));
    }

    private static List<String> codes(String first, List<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }

    private void take(Step step, Instant at, List<Transition> steps) {
        steps.add(new Transition(state, step.to(), step.reasonCodes(), at));
        before = step.to() == SUSPENDED ? state : null;
        state = step.to();
    }

    /** The step of what moves the state by itself, whatever its guards say. */
    private Optional<Step> movedBy(ProgrammeFact fact) {
        return switch (fact) {
            case ProgrammeFact.ConsentWithdrawn withdrawn -> facts.isConsent(withdrawn.consentId()) && ON_CONSENT.contains(state)
                    ? step(STOPPED, "CONSENT_WITHDRAWN") : Optional.empty();
            case ProgrammeFact.ConsentLapsed lapsed -> facts.isConsent(lapsed.consentId()) && state == PREPARATION
                    ? Optional.of(new Step(CONSENT, codes("CONSENT_LAPSED", lapsed.reasonCodes()))) : Optional.empty();
            case ProgrammeFact.CandidacyEnded ended -> facts.isDecision(ended.decisionId()) && UNDOSED.contains(state)
                    ? Optional.of(new Step(SCREENING, ended.reasonCodes())) : Optional.empty();
            case ProgrammeFact.ScreeningOutOfDate _ -> UNDECIDED.contains(state) ? step(SCREENING, "SCREENING_OUT_OF_DATE") : Optional.empty();
            case ProgrammeFact.StopDecided stop -> from(EnumSet.complementOf(EnumSet.copyOf(OVER)), STOPPED, stop.reasonCode());
            case ProgrammeFact.FollowUpBegun begun when begun.reasonCode().equals(DECEASED) ->
                    throw new ProgrammeRefusal.StepNotAllowed(state);
            case ProgrammeFact.FollowUpBegun begun -> {
                Optional<Step> step = from(EnumSet.of(COURSE_COMPLETE, MAINTENANCE, STOPPED), FOLLOW_UP, begun.reasonCode());
                requireDone(begun.reasonCode(), begun.farewell());
                yield step;
            }
            case ProgrammeFact.Closed closed -> {
                Optional<Step> step = from(EnumSet.of(FOLLOW_UP, STOPPED, DECLINED), CLOSED, closed.reasonCode());
                requireDone(closed.reasonCode(), closed.farewell());
                yield step;
            }
            default -> Optional.empty();
        };
    }

    /** Guards on leaving a state that a clinician answers for (programme.md section 1). */
    private void requireDone(String reasonCode, ProgrammeFact.Farewell farewell) {
        List<String> unmet = switch (state) {
            case STOPPED -> notYet(farewell, reasonCode);
            case COURSE_COMPLETE -> GONE.contains(reasonCode) || facts.isKnown(ProgrammeFact.TimePoint.EOC)
                    ? List.<String>of()
                    : List.of(END_OF_COURSE);
            case FOLLOW_UP -> GONE.contains(reasonCode) ? List.<String>of() : facts.followUpsOpen();
            case REFERRED, INTAKE, SCREENING, CANDIDACY_REVIEW, ACCEPTED, ACCEPTED_WITH_CONDITIONS, DEFERRED, DECLINED, CONSENT,
                    PREPARATION, IN_COURSE, MAINTENANCE, SUSPENDED, CLOSED -> List.<String>of();
        };
        if (!unmet.isEmpty()) {
            throw new ProgrammeRefusal.GuardUnmet(unmet);
        }
    }

    private static List<String> notYet(ProgrammeFact.Farewell farewell, String reasonCode) {
        List<String> unmet = new ArrayList<>();
        if (!farewell.closingNote()) {
            unmet.add("CLOSING_NOTE");
        }
        if (!farewell.safetyPlan() && !reasonCode.equals(DECEASED)) {
            unmet.add("SAFETY_PLAN");
        }
        return unmet;
    }

    private Optional<Step> from(Set<ProgrammeState> allowed, ProgrammeState to, String reasonCode) {
        if (!allowed.contains(state)) {
            throw new ProgrammeRefusal.StepNotAllowed(state);
        }
        return step(to, reasonCode);
    }

    /** The next step the facts allow from the present state. */
    private Optional<Step> next() {
        return switch (state) {
            case REFERRED -> facts.intakeOpened ? step(INTAKE, "INTAKE_OPENED") : Optional.empty();
            case INTAKE -> facts.intakeSigned ? step(SCREENING, "INTAKE_SIGNED") : Optional.empty();
            case SCREENING -> facts.screeningComplete || facts.decisionPending ? step(CANDIDACY_REVIEW, "SCREENING_COMPLETE") : Optional.empty();
            case CANDIDACY_REVIEW -> facts.decisionPending || facts.screeningComplete ? decided() : step(SCREENING, "SCREENED_AGAIN");
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS -> step(CONSENT, "ACCEPTED");
            case DEFERRED, DECLINED -> facts.decisionPending ? decided() : reviewAgain();
            case CONSENT -> facts.decisionPending ? decided()
                    : facts.consentId != null ? step(PREPARATION, "CONSENT_SIGNED") : Optional.empty();
            case PREPARATION -> facts.isBlocked() ? decidedOrSuspended() : beginCourse();
            case IN_COURSE -> facts.isCourseCompleted() ? step(COURSE_COMPLETE, "COURSE_COMPLETED")
                    : facts.isCourseUnbegun() ? takeBackCourse()
                    : facts.isCourseStopped() ? step(FOLLOW_UP, COURSE_STOPPED)
                    : facts.isBlocked() ? decidedOrSuspended() : Optional.empty();
            case COURSE_COMPLETE -> facts.isKnown(ProgrammeFact.TimePoint.EOC) ? afterCourse() : Optional.empty();
            case MAINTENANCE -> facts.isCourseUnbegun() ? takeBackCourse()
                    : facts.isBlocked() ? decidedOrSuspended() : maintained();
            case FOLLOW_UP -> isReviewedForRelapse() ? relapse() : Optional.empty();
            case SUSPENDED -> resume();
            case STOPPED, CLOSED -> Optional.empty();
        };
    }

    private Optional<Step> decided() {
        if (!facts.decisionPending) {
            return Optional.empty();
        }
        facts.decisionPending = false;
        return switch (facts.verdict) {
            case ACCEPTED -> state == CONSENT ? Optional.empty() : step(ACCEPTED, "CANDIDACY_DECIDED");
            case ACCEPTED_WITH_CONDITIONS ->
                    state == CONSENT ? Optional.empty() : step(ACCEPTED_WITH_CONDITIONS, "CANDIDACY_DECIDED");
            case DEFERRED -> state == DEFERRED ? Optional.empty() : step(DEFERRED, "CANDIDACY_DECIDED");
            case DECLINED -> state == DECLINED ? Optional.empty() : step(DECLINED, "CANDIDACY_DECIDED");
        };
    }

    private Optional<Step> reviewAgain() {
        if (!facts.screenedSinceDecision) {
            return Optional.empty();
        }
        facts.screenedSinceDecision = false;
        return facts.screeningComplete ? step(CANDIDACY_REVIEW, "SCREENED_AGAIN") : step(SCREENING, "SCREENED_AGAIN");
    }

    private Optional<Step> decidedOrSuspended() {
        if (facts.verdict == ProgrammeFact.Verdict.DECLINED) {
            facts.decisionPending = false;
            return state == PREPARATION ? step(DECLINED, "CANDIDACY_DECIDED") : step(STOPPED, "CONTRAINDICATION_FOUND");
        }
        if (state == PREPARATION && facts.verdict == ProgrammeFact.Verdict.DEFERRED) {
            facts.decisionPending = false;
            return step(DEFERRED, "CANDIDACY_DECIDED");
        }
        return step(SUSPENDED, whyBlocked());
    }

    private String whyBlocked() {
        if (!facts.holdsOpen.isEmpty()) {
            return "HOLD_PLACED";
        }
        if (facts.verdict == ProgrammeFact.Verdict.DEFERRED) {
            return "CANDIDACY_DEFERRED";
        }
        return facts.isAccepted() ? "CONSENT_ENDED" : "CANDIDACY_ENDED";
    }

    /** Nothing holds back what is over: a course completed in the meantime ends the suspension. */
    private Optional<Step> resume() {
        if (facts.verdict == ProgrammeFact.Verdict.DECLINED) {
            return step(STOPPED, "CONTRAINDICATION_FOUND");
        }
        if (!facts.isBlocked()) {
            return step(before, "HOLD_CLEARED");
        }
        Optional<UUID> begun = before == PREPARATION || before == MAINTENANCE ? courseToBegin() : Optional.empty();
        begun.ifPresent(course -> {
            facts.enter(course);
            before = IN_COURSE;
        });
        if (before == IN_COURSE && facts.isCourseCompleted()) {
            return step(IN_COURSE, "COURSE_COMPLETED");
        }
        boolean stopped = facts.isCourseUnbegun() || (before == IN_COURSE && facts.isCourseStopped());
        return stopped ? step(before, COURSE_STOPPED) : Optional.empty();
    }

    /**
     * A course that ended before its first dose was never begun: back to where it was entered from, as if its end had been heard
     * of first. A course stopped after a dose leads to follow-up, because no dosing is planned and its effects are still
     * followed; programme.md section 1 says neither, both are ours.
     */
    private Optional<Step> takeBackCourse() {
        facts.leave();
        if (facts.currentCourse == null) {
            return step(PREPARATION, COURSE_STOPPED);
        }
        if (state == MAINTENANCE) {
            return step(COURSE_COMPLETE, COURSE_STOPPED);
        }
        return step(facts.isMaintenance(facts.currentCourse) ? MAINTENANCE : FOLLOW_UP, COURSE_STOPPED);
    }

    private Optional<Step> beginCourse() {
        Optional<UUID> course = courseToBegin();
        course.ifPresent(facts::enter);
        return course.isPresent()
                ? step(IN_COURSE, "COURSE_PLANNED", "PREPARATION_COMPLETED", "BASELINE_COMPLETED")
                : Optional.empty();
    }

    private Optional<UUID> courseToBegin() {
        return unprepared().isEmpty() ? facts.treatmentCourse() : Optional.empty();
    }

    /** A course planned after the last one: maintenance of a response follows at once, any other one begins from follow-up. */
    private Optional<Step> afterCourse() {
        boolean responded = facts.answered(ProgrammeFact.TimePoint.EOC).filter(ProgrammeFacts.Answered::responded).isPresent();
        Optional<UUID> course = facts.openCourses().filter(id -> responded || !facts.isMaintenance(id)).findFirst();
        if (course.isEmpty()) {
            return Optional.empty();
        }
        if (facts.isMaintenance(course.get())) {
            facts.enter(course.get());
            return step(MAINTENANCE, "MAINTENANCE_PLANNED");
        }
        return step(FOLLOW_UP, "COURSE_PLANNED");
    }

    /** Maintenance ends with a relapse. It never began if a course to treat was planned before it and only heard of later. */
    private Optional<Step> maintained() {
        return facts.takeBackMaintenance() ? step(FOLLOW_UP, "COURSE_PLANNED") : relapse();
    }

    private Optional<Step> relapse() {
        Optional<UUID> course = courseToBegin();
        course.ifPresent(facts::enter);
        return course.isPresent() ? step(IN_COURSE, "COURSE_PLANNED") : Optional.empty();
    }

    /** From follow-up only while the last screening is recent enough; else a new candidacy review comes first. */
    private boolean isReviewedForRelapse() {
        return facts.treatmentCourse()
                .filter(id -> facts.isAccepted() || facts.isOver(id))
                .map(id -> facts.coursesPlanned.get(id).plannedAt())
                .filter(planned -> facts.acceptedScreenedAt != null
                        && !facts.acceptedScreenedAt.plus(limits.relapseScreening()).isBefore(planned))
                .isPresent();
    }
}
