package health.stillpoint.session.dose;

import health.stillpoint.kit.inbox.UnreadFacts;
import health.stillpoint.kit.knowledge.Knowledge;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.checklist.ChecklistConfig;
import health.stillpoint.session.checklist.domain.ChecklistRepository;
import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import health.stillpoint.session.course.CourseRules;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.CourseReview;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.DoseSpacing;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseFacts;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.dose.domain.DoseTiming;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.ledger.domain.Lot;
import health.stillpoint.session.order.DoseOrders;
import health.stillpoint.session.order.DosingRules;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.OrderRefusal;
import health.stillpoint.session.order.domain.PastDoses;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Collects, inside the transaction of a dose, everything its guard asks. */
@ApplicationScoped
class DoseQuestions {

    /** Facts that may take from a patient what a dose asks. */
    private static final Set<String> STOPPING_FACTS = Set.of("patient.registered.v1", "patient.candidacy-decided.v1", "patient.candidacy-expired.v1",
            "patient.consent-withdrawn.v1", "patient.merged.v1", "patient.erased.v1", "outcome.safety-alert-raised.v1");

    private final SessionRepository sessions;
    private final CourseRepository courses;
    private final ChecklistRepository checklists;
    private final DoseRepository doses;
    private final PastDoses pastDoses;
    private final IntegrationTaskRepository tasks;
    private final Holds holds;
    private final DoseOrders orders;
    private final DosingRules dosing;
    private final CourseRules courseRules;
    private final Knowledge knowledge;
    private final UnreadFacts unread;
    private final CareTeams careTeams;
    private final DoseConfig config;
    private final ChecklistConfig checklistConfig;
    private final Charting charting;

    DoseQuestions(SessionRepository sessions, CourseRepository courses, ChecklistRepository checklists, DoseRepository doses,
            PastDoses pastDoses, IntegrationTaskRepository tasks, Holds holds, DoseOrders orders, DosingRules dosing,
            CourseRules courseRules, Knowledge knowledge, UnreadFacts unread, CareTeams careTeams, DoseConfig config, ChecklistConfig checklistConfig,
            Charting charting) {
        this.sessions = sessions;
        this.courses = courses;
        this.checklists = checklists;
        this.doses = doses;
        this.pastDoses = pastDoses;
        this.tasks = tasks;
        this.holds = holds;
        this.orders = orders;
        this.dosing = dosing;
        this.courseRules = courseRules;
        this.knowledge = knowledge;
        this.unread = unread;
        this.careTeams = careTeams;
        this.config = config;
        this.checklistConfig = checklistConfig;
        this.charting = charting;
    }

    /** @param first the dose this one tops up; null when it is a dose of its own */
    DoseFacts facts(GiveDose dose, TreatmentSession session, Course course, Standing now, DoseOrder order, Lot lot, Dose first) {
        Instant at = dose.administeredAt();
        PreDoseChecklist checklist = checklists.ofSession(session.id()).orElse(null);
        Standing standing = now.knowingThePersonAsOf(knowledgeOfThePerson(checklist, at));
        List<PastDoses.PastDose> given = pastDoses.ofPatient(session.patientId()).stream()
                .filter(past -> !past.topUp() && !isThis(first, past.id())).toList();
        List<CourseReview> reviews = courses.reviewsOf(session.patientId());
        List<DoseSpacing.Refusal> tooEarly = spacing(course, given, reviews, at);
        boolean orderUsable = orderUsable(order, course);
        return new DoseFacts(standing.candidacyAccepted(), standing.candidacyInDate(at), standing.consentValid(at),
                standing.baselineCompleted(), preparations(course, at), preparationsNeeded(course, standing, given),
                holds.openCount(session.patientId(), at), integrated(session.patientId(), reviews, first, at),
                tooEarly.contains(DoseSpacing.Refusal.GAP_TOO_SHORT), tooEarly.contains(DoseSpacing.Refusal.ROLLING_LIMIT),
                tooEarly.contains(DoseSpacing.Refusal.FIFTH_DOSE_UNAPPROVED), tooEarly.contains(DoseSpacing.Refusal.REVIEW_DUE),
                course.open() && (first != null || course.hasDosesLeft()), checklist(checklist, standing, at), orderUsable,
                order != null && order.signedBy() != null, orderUsable ? breaks(order, standing, first, at) : Set.of(),
                orderUsable && weightInDate(order, at),
                lot == null || lot.usableOn(courseRules.dayOf(at)), lotSufficient(lot, order), lot == null || order == null || fits(lot, order),
                knowledgeStale(), dose.overridesKnowledge(), unread.waitFor(session.patientId(), STOPPING_FACTS), checkedIn(session), first == null && !doses.ofSession(session.id()).isEmpty(),
                careTeams.of(session.patientId()).seconds(dose.doubleCheckedBy(), dose.givenBy()),
                timing(standing, session, order, checklist).reversed(at, charting.clocksApart()));
    }

    /**
     * The moment whose knowledge of the person a dose is judged by: its own, if the visit is known by then from a checklist that was written
     * down (which nobody can date back), and not a correction heard later. Without one the dose is judged by what is known now.
     */
    private Instant knowledgeOfThePerson(PreDoseChecklist checklist, Instant at) {
        Instant written = checklist == null ? charting.now() : checklist.recordedAt();
        return written.isAfter(at) ? written : at;
    }

    private static boolean isThis(Dose dose, UUID id) {
        return dose != null && dose.id().equals(id);
    }

    private Set<OrderRefusal.Reason> breaks(DoseOrder order, Standing standing, Dose first, Instant at) {
        return first == null ? orders.refusalsAtDose(order, standing, at) : orders.refusalsAtTopUp(order, first.id(), standing, at);
    }

    private static DoseTiming timing(Standing standing, TreatmentSession session, DoseOrder order, PreDoseChecklist checklist) {
        return new DoseTiming(standing.candidacySince(), standing.consentSince(), session.checkedInAt(), order == null ? null : order.signedAt(),
                checklist == null ? null : checklist.assessedAt(), checklist == null ? null : checklist.signedAt());
    }

    private List<DoseSpacing.Refusal> spacing(Course course, List<PastDoses.PastDose> given, List<CourseReview> reviews, Instant at) {
        List<DoseSpacing.GivenDose> moments = given.stream()
                .map(past -> new DoseSpacing.GivenDose(past.administeredAt(), past.administrationEndedAt())).toList();
        long approvers = reviews.stream().filter(review -> review.kind() == CourseReview.Kind.FIVE_DOSES_A_WEEK)
                .filter(review -> review.courseId().equals(course.id())).map(CourseReview::reviewedBy).collect(Collectors.toSet()).size();
        Instant longTerm = reviews.stream().filter(review -> review.kind() == CourseReview.Kind.LONG_TERM)
                .map(CourseReview::reviewedAt).max(Instant::compareTo).orElse(null);
        return courseRules.spacing().refusals(courseRules.template(course.type()), moments,
                new DoseSpacing.Reviews(approvers >= 2, longTerm), at);
    }

    private int preparations(Course course, Instant at) {
        return (int) sessions.signedPreparations(course.id(), at.minus(config.preparationAtMost())).stream()
                .filter(TreatmentSession::countsAsPreparation).count();
    }

    /** Preparation comes before the first dose of a course; a maintenance course continues an earlier one. */
    private static int preparationsNeeded(Course course, Standing standing, List<PastDoses.PastDose> given) {
        boolean continued = course.dosesGiven() > 0 || course.type() == CourseType.MAINTENANCE && !given.isEmpty();
        return continued ? 0 : standing.lowStart() ? 2 : 1;
    }

    /** A task whose window has closed is lost; a physician's review made after that stands in for it. */
    private boolean integrated(UUID patientId, List<CourseReview> reviews, Dose first, Instant at) {
        List<Instant> missed = CourseReview.moments(reviews, CourseReview.Kind.INTEGRATION_MISSED);
        return tasks.incompleteOf(patientId).stream().filter(task -> !isThis(first, task.doseId())).allMatch(task -> task.replacedByReview(missed, at));
    }

    private DoseFacts.Checklist checklist(PreDoseChecklist found, Standing standing, Instant at) {
        if (found == null || !standing.person().knownAt(found.recordedAt()) || Duration.between(found.assessedAt(), at).compareTo(checklistConfig.validity()) > 0
                || !courseRules.dayOf(found.assessedAt()).equals(courseRules.dayOf(at))) {
            return DoseFacts.Checklist.MISSING;
        }
        if (found.permits()) {
            return DoseFacts.Checklist.PERMITS;
        }
        return found.result() == ChecklistResult.NO_GO ? DoseFacts.Checklist.NO_GO : DoseFacts.Checklist.CAUTION_UNSIGNED;
    }

    private boolean orderUsable(DoseOrder order, Course course) {
        return order != null && order.courseId().equals(course.id()) && order.dose().route() == course.route()
                && !doses.orderUsed(order.id());
    }

    private boolean weightInDate(DoseOrder order, Instant at) {
        Duration age = Duration.between(order.request().weighedAt(), at);
        return age.compareTo(dosing.limits(order.dose().route()).weightValidity()) <= 0;
    }

    private static boolean lotSufficient(Lot lot, DoseOrder order) {
        return lot != null && (order == null || lot.holds(order.dose().doseMilligrams()));
    }

    /** The form fits the route and, where both are known, the strength is the one the volume was computed for. */
    private static boolean fits(Lot lot, DoseOrder order) {
        Lot.Form wanted = switch (order.dose().route()) {
            case SL -> Lot.Form.LOZENGE;
            case IM, SC, IV -> Lot.Form.VIAL;
            case IN -> Lot.Form.NASAL_SPRAY;
        };
        var ordered = order.request().concentrationMilligramsPerMilliliter();
        var strength = lot.strengthMilligramsPerMilliliter();
        return lot.form() == wanted && (ordered == null || strength == null || ordered.compareTo(strength) == 0);
    }

    private boolean knowledgeStale() {
        return stale("patient") || stale("outcome");
    }

    private boolean stale(String source) {
        return knowledge.ageOf(source).compareTo(config.knowledgeAtMost()) > 0;
    }

    private static boolean checkedIn(TreatmentSession session) {
        return switch (session.state()) {
            case SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Monitoring _, SessionState.Completed _ -> true;
            case SessionState.Planned _, SessionState.Cancelled _, SessionState.NoShow _ -> false;
        };
    }
}
