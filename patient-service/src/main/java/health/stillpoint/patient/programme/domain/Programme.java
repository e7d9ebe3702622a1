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

/**
 * A patient's way through the programme (programme.md section 1). A fact is first kept and then the state moves on as far
 * as its guards allow; so the order in which facts of several services arrive does not change where the patient ends up.
 */
public final class Programme {

    /** States in which a dose may lie ahead, so that a hold suspends them. */
    private static final Set<ProgrammeState> DOSE_AHEAD = EnumSet.of(PREPARATION, IN_COURSE, MAINTENANCE);

    /** States that end when the person withdraws consent to treatment. */
    private static final Set<ProgrammeState> ON_CONSENT =
            EnumSet.of(PREPARATION, IN_COURSE, COURSE_COMPLETE, MAINTENANCE, SUSPENDED);

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
        keep(fact).ifPresent(step -> take(step, at, steps));
        for (Optional<Step> next = next(); next.isPresent(); next = next()) {
            take(next.get(), at, steps);
        }
        return steps;
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
                if (facts.preparationSessions.size() < neededPreparation()) {
                    unmet.add("PREPARATION_SESSIONS");
                }
                if (!facts.baselineCompleted) {
                    unmet.add("BASELINE_COMPLETED");
                }
                if (openCourse().isEmpty()) {
                    unmet.add("COURSE_PLANNED");
                }
            }
            case IN_COURSE -> unmet.add("COURSE_COMPLETED");
            case SUSPENDED -> unmet.add(facts.holdsOpen.isEmpty() ? "CANDIDACY_DECISION" : "HOLDS_CLEARED");
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS, COURSE_COMPLETE, MAINTENANCE, FOLLOW_UP, STOPPED, CLOSED -> { }
        }
        return unmet;
    }

    private record Step(ProgrammeState to, List<String> reasonCodes) { }

    private static Optional<Step> step(ProgrammeState to, String... reasonCodes) {
        return Optional.of(new Step(to, List.of(reasonCodes)));
    }

    private void take(Step step, Instant at, List<Transition> steps) {
        steps.add(new Transition(state, step.to(), step.reasonCodes(), at));
        before = step.to() == SUSPENDED ? state : null;
        state = step.to();
    }

    /** Keeps a fact; returns a step only for what moves the state by itself, whatever its guards say. */
    private Optional<Step> keep(ProgrammeFact fact) {
        return switch (fact) {
            case ProgrammeFact.IntakeOpened _ -> {
                facts.intakeOpened = true;
                yield Optional.empty();
            }
            case ProgrammeFact.IntakeSigned _ -> {
                facts.intakeOpened = true;
                facts.intakeSigned = true;
                yield Optional.empty();
            }
            case ProgrammeFact.Screened screened -> {
                facts.screeningId = screened.screeningId();
                facts.screeningComplete = screened.complete();
                facts.screenedSinceDecision = true;
                yield Optional.empty();
            }
            case ProgrammeFact.CandidacyDecided decided -> keepDecision(decided);
            case ProgrammeFact.CandidacyEnded ended -> keepEndOfDecision(ended);
            case ProgrammeFact.ConsentGranted granted -> {
                if (!facts.consentsEnded.contains(granted.consentId())) {
                    facts.consentId = granted.consentId();
                }
                yield Optional.empty();
            }
            case ProgrammeFact.ConsentWithdrawn withdrawn -> endConsent(withdrawn.consentId())
                    && ON_CONSENT.contains(state) ? step(STOPPED, "CONSENT_WITHDRAWN") : Optional.empty();
            case ProgrammeFact.ConsentLapsed lapsed -> endConsent(lapsed.consentId())
                    && state == PREPARATION ? step(CONSENT, "CONSENT_LAPSED") : Optional.empty();
            case ProgrammeFact.PreparationCompleted completed -> {
                facts.preparationSessions.add(completed.sessionId());
                yield Optional.empty();
            }
            case ProgrammeFact.BaselineCompleted _ -> {
                facts.baselineCompleted = true;
                yield Optional.empty();
            }
            case ProgrammeFact.DoseGiven given -> {
                if (facts.lastDoseEndedAt == null || given.endedAt().isAfter(facts.lastDoseEndedAt)) {
                    facts.lastDoseEndedAt = given.endedAt();
                }
                yield Optional.empty();
            }
            case ProgrammeFact.CoursePlanned planned -> {
                facts.coursesPlanned.putIfAbsent(planned.courseId(), planned.maintenance());
                yield Optional.empty();
            }
            case ProgrammeFact.CourseCompleted completed -> {
                facts.coursesCompleted.add(completed.courseId());
                yield Optional.empty();
            }
            case ProgrammeFact.HoldPlaced placed -> {
                if (!facts.holdsCleared.contains(placed.holdId())) {
                    facts.holdsOpen.add(placed.holdId());
                }
                yield Optional.empty();
            }
            case ProgrammeFact.HoldCleared cleared -> {
                facts.holdsCleared.add(cleared.holdId());
                facts.holdsOpen.remove(cleared.holdId());
                yield Optional.empty();
            }
            case ProgrammeFact.StopDecided stop -> from(EnumSet.complementOf(EnumSet.of(STOPPED, CLOSED)), STOPPED,
                    stop.reasonCode());
            case ProgrammeFact.FollowUpBegun begun -> from(
                    EnumSet.of(COURSE_COMPLETE, MAINTENANCE, STOPPED), FOLLOW_UP, begun.reasonCode());
            case ProgrammeFact.Closed closed -> from(
                    EnumSet.of(FOLLOW_UP, STOPPED, DECLINED), CLOSED, closed.reasonCode());
        };
    }

    private Optional<Step> from(Set<ProgrammeState> allowed, ProgrammeState to, String reasonCode) {
        if (!allowed.contains(state)) {
            throw new ProgrammeRefusal.StepNotAllowed(state);
        }
        return step(to, reasonCode);
    }

    private Optional<Step> keepDecision(ProgrammeFact.CandidacyDecided decided) {
        facts.decisionId = decided.decisionId();
        facts.verdict = decided.verdict();
        facts.lowStart = decided.lowStart();
        facts.decisionPending = true;
        facts.screenedSinceDecision = false;
        return Optional.empty();
    }

    /** Before the first dose an ended decision sends the case back to screening (in-date rule of section 4). */
    private Optional<Step> keepEndOfDecision(ProgrammeFact.CandidacyEnded ended) {
        facts.decisionsEnded.add(ended.decisionId());
        if (!ended.decisionId().equals(facts.decisionId)) {
            return Optional.empty();
        }
        facts.decisionId = null;
        facts.verdict = null;
        facts.decisionPending = false;
        facts.screeningComplete = facts.screeningComplete && facts.screenedSinceDecision;
        return state == CONSENT || state == PREPARATION
                ? Optional.of(new Step(SCREENING, ended.reasonCodes()))
                : Optional.empty();
    }

    private boolean endConsent(UUID consentId) {
        facts.consentsEnded.add(consentId);
        boolean stood = consentId.equals(facts.consentId);
        if (stood) {
            facts.consentId = null;
        }
        return stood;
    }

    /** The next step the facts allow from the present state. */
    private Optional<Step> next() {
        return switch (state) {
            case REFERRED -> facts.intakeOpened ? step(INTAKE, "INTAKE_OPENED") : Optional.empty();
            case INTAKE -> facts.intakeSigned ? step(SCREENING, "INTAKE_SIGNED") : Optional.empty();
            case SCREENING -> facts.screeningComplete ? step(CANDIDACY_REVIEW, "SCREENING_COMPLETE") : Optional.empty();
            case CANDIDACY_REVIEW -> decided();
            case ACCEPTED, ACCEPTED_WITH_CONDITIONS -> step(CONSENT, "ACCEPTED");
            case DEFERRED, DECLINED -> facts.decisionPending ? decided() : reviewAgain();
            case CONSENT -> facts.decisionPending ? decided()
                    : facts.consentId != null ? step(PREPARATION, "CONSENT_SIGNED") : Optional.empty();
            case PREPARATION -> isBlocked() ? decidedOrSuspended() : beginCourse();
            case IN_COURSE -> isBlocked() ? decidedOrSuspended() : completeCourse();
            case COURSE_COMPLETE -> openCourse().isEmpty() ? Optional.empty() : afterCourse();
            case MAINTENANCE -> isBlocked() ? decidedOrSuspended() : relapse();
            case FOLLOW_UP -> relapse();
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

    /** A hold, or a decision taken during treatment that does not accept any more. */
    private boolean isBlocked() {
        return !facts.holdsOpen.isEmpty() || isNoLongerAccepted();
    }

    private boolean isNoLongerAccepted() {
        return facts.verdict == ProgrammeFact.Verdict.DEFERRED || facts.verdict == ProgrammeFact.Verdict.DECLINED;
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
        return DOSE_AHEAD.contains(state)
                ? step(SUSPENDED, facts.holdsOpen.isEmpty() ? "CANDIDACY_DEFERRED" : "HOLD_PLACED")
                : Optional.empty();
    }

    private Optional<Step> resume() {
        if (facts.verdict == ProgrammeFact.Verdict.DECLINED) {
            return step(STOPPED, "CONTRAINDICATION_FOUND");
        }
        return isBlocked() ? Optional.empty() : step(before, "HOLD_CLEARED");
    }

    private Optional<Step> beginCourse() {
        Optional<UUID> course = openCourse();
        if (facts.preparationSessions.size() < neededPreparation() || !facts.baselineCompleted || course.isEmpty()) {
            return Optional.empty();
        }
        enter(course.get());
        return step(IN_COURSE, "COURSE_PLANNED", "PREPARATION_COMPLETED", "BASELINE_COMPLETED");
    }

    private int neededPreparation() {
        return facts.lowStart ? limits.preparationSessionsLowStart() : limits.preparationSessions();
    }

    private Optional<Step> completeCourse() {
        return facts.coursesCompleted.contains(facts.currentCourse)
                ? step(COURSE_COMPLETE, "COURSE_COMPLETED")
                : Optional.empty();
    }

    /** A course planned after the last one: maintenance follows at once, any other one begins from follow-up. */
    private Optional<Step> afterCourse() {
        UUID course = openCourse().orElseThrow();
        if (Boolean.TRUE.equals(facts.coursesPlanned.get(course))) {
            enter(course);
            return step(MAINTENANCE, "MAINTENANCE_PLANNED");
        }
        return step(FOLLOW_UP, "COURSE_PLANNED");
    }

    private Optional<Step> relapse() {
        Optional<UUID> course = openCourse().filter(id -> !facts.coursesPlanned.get(id));
        course.ifPresent(this::enter);
        return course.isPresent() ? step(IN_COURSE, "COURSE_PLANNED") : Optional.empty();
    }

    /** The oldest planned course that has not moved the state yet. */
    private Optional<UUID> openCourse() {
        return facts.coursesPlanned.keySet().stream().filter(id -> !facts.coursesEntered.contains(id)).findFirst();
    }

    private void enter(UUID course) {
        facts.coursesEntered.add(course);
        facts.currentCourse = course;
    }
}
