package health.stillpoint.session.checklist;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import health.stillpoint.session.checklist.domain.ChecklistHolds;
import health.stillpoint.session.checklist.domain.ChecklistPolicy;
import health.stillpoint.session.checklist.domain.ChecklistReplacement;
import health.stillpoint.session.checklist.domain.ChecklistRepository;
import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import health.stillpoint.session.checklist.domain.ChecklistSignRefusal;
import health.stillpoint.session.checklist.domain.ChecklistVersion;
import health.stillpoint.session.checklist.domain.KnownFacts;
import health.stillpoint.session.checklist.domain.PreDoseAnswers;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.CourseReview;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.order.DosingRules;
import health.stillpoint.session.order.domain.PastDoses;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.Sessions;
import health.stillpoint.session.session.domain.StepNotAllowed;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Judges the pre-dose checklist of a session and takes the signature of a prescriber under a CAUTION. */
@ApplicationScoped
public class Checklists {

    private final ChecklistRepository checklists;
    private final Sessions sessions;
    private final CourseRepository courses;
    private final Eligibility eligibility;
    private final Holds holds;
    private final IntegrationTaskRepository tasks;
    private final PastDoses doses;
    private final DosingRules dosing;
    private final CareTeams careTeams;
    private final Charting charting;
    private final ChecklistPolicy policy;
    private final ChecklistReplacement replacement;

    Checklists(ChecklistRepository checklists, Sessions sessions, CourseRepository courses, Eligibility eligibility, Holds holds,
            IntegrationTaskRepository tasks, PastDoses doses, DosingRules dosing, CareTeams careTeams, Charting charting, ChecklistConfig config) {
        this.checklists = checklists;
        this.sessions = sessions;
        this.courses = courses;
        this.eligibility = eligibility;
        this.holds = holds;
        this.tasks = tasks;
        this.doses = doses;
        this.dosing = dosing;
        this.careTeams = careTeams;
        this.charting = charting;
        this.policy = new ChecklistPolicy(config.limit());
        this.replacement = new ChecklistReplacement(config.limit());
    }

    /** Who answers, whether as a prescriber, and why a NO_GO is taken back; null when it is not. */
    public record Author(UUID id, boolean prescriber, String reason) {

        @Override
        public String toString() {
            return "Author[" + id + "]";
        }
    }

    /** The list as it stands now, and which answers changed. */
    public record Answered(PreDoseChecklist checklist, List<String> changedFields) {
    }

    /** Judges the answers before the dose; what outlasts the day also places a hold. */
    public Answered answer(UUID sessionId, PreDoseAnswers answers, Author author) {
        TreatmentSession session = sessions.withId(sessionId);
        if (!session.readyForDose()) {
            throw new StepNotAllowed("pre-dose-checklist", session.state());
        }
        charting.inOrder(List.of(new Sequence("assessedAt", answers.assessedAt(), session.checkedInAt(), "the check-in")));
        eligibility.lock(session.patientId());
        List<ChecklistRow> rows = policy.judge(answers, known(session));
        PreDoseChecklist earlier = checklists.ofSession(sessionId).orElse(null);
        List<ChecklistReplacement.Refusal> unmet = earlier == null ? List.of()
                : replacement.unmet(earlier, answers, rows, author.prescriber(), author.reason(), charting.now());
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.CHECKLIST_CANNOT_BE_REPLACED, unmet);
        }
        ChecklistHolds.of(rows).forEach(code -> holds.place(session.patientId(), code, sessionId, "PRE_DOSE_CHECKLIST", author.id()));
        List<String> changed = answers.changedSince(earlier == null ? null : earlier.answers());
        return new Answered(checklists.put(new PreDoseChecklist(Ids.next(), sessionId, session.patientId(), answers, rows,
                ChecklistPolicy.overall(rows), policy.preDoseSystolic(answers.bloodPressure()),
                policy.preDoseDiastolic(answers.bloodPressure()), answers.assessedAt(), charting.now(), author.id(), null, null, null, 0),
                changed, author.reason()), changed);
    }

    private KnownFacts known(TreatmentSession session) {
        Instant now = charting.now();
        Course course = courses.withId(session.courseId()).orElseThrow(() -> new NoSuchRecord("course"));
        Standing standing = eligibility.of(session.patientId());
        return new KnownFacts(course.route(), standing.consentValid(now),
                integrated(session.patientId(), now), holds.openCount(session.patientId(), now),
                doses.ofPatient(session.patientId()).isEmpty(), standing.pregnancyExcluded(), dosing.limits(course.route()).weightValidity(),
                careTeams.of(session.patientId()), now);
    }

    /** As the dose guard asks it: a physician's review stands in for a task that can no longer be completed. */
    private boolean integrated(UUID patientId, Instant now) {
        List<Instant> missed = CourseReview.moments(courses.reviewsOf(patientId), CourseReview.Kind.INTEGRATION_MISSED);
        return tasks.incompleteOf(patientId).stream().allMatch(task -> task.replacedByReview(missed, now));
    }

    public PreDoseChecklist ofSession(UUID sessionId) {
        return checklists.ofSession(sessionId).orElseThrow(() -> new NoSuchRecord("pre-dose-checklist"));
    }

    /** Every version of the list, oldest first, and whose it is. */
    public record History(UUID patientId, List<ChecklistVersion> versions) {
    }

    public History historyOf(UUID sessionId) {
        return new History(sessions.withId(sessionId).patientId(), checklists.versionsOf(sessionId));
    }

    /** A prescriber takes responsibility for the cautions. */
    public PreDoseChecklist sign(UUID sessionId, UUID by, String reason) {
        TreatmentSession session = sessions.withId(sessionId);
        if (!session.readyForDose()) {
            throw new StepNotAllowed("pre-dose-checklist/sign", session.state());
        }
        PreDoseChecklist checklist = ofSession(sessionId);
        if (checklist.result() != ChecklistResult.CAUTION) {
            throw new Refused(Refused.Kind.CHECKLIST_CANNOT_BE_SIGNED, List.of(ChecklistSignRefusal.NOT_A_CAUTION));
        }
        if (policy.remeasurementMissing(checklist.answers().bloodPressure())) {
            throw new Refused(Refused.Kind.CHECKLIST_CANNOT_BE_SIGNED, List.of(ChecklistSignRefusal.REMEASUREMENT_MISSING));
        }
        return checklists.put(checklist.signed(by, reason, charting.now()), List.of(), reason);
    }
}
