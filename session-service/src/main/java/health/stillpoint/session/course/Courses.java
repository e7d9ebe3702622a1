package health.stillpoint.session.course;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRefusalReason;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.CourseReview;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.FirstRoute;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plans treatment courses and ends them. */
@ApplicationScoped
public class Courses {

    /** Why a course may end although its last dose was not integrated (programme section 9). */
    public enum EndException { PATIENT_LOST, WITHDRAWN, DECEASED }

    private final CourseRepository courses;
    private final IntegrationTaskRepository tasks;
    private final Eligibility eligibility;
    private final CourseRules rules;
    private final Charting charting;
    private final CourseEvents events;

    Courses(CourseRepository courses, IntegrationTaskRepository tasks, Eligibility eligibility, CourseRules rules,
            Charting charting, CourseEvents events) {
        this.courses = courses;
        this.tasks = tasks;
        this.eligibility = eligibility;
        this.rules = rules;
        this.charting = charting;
        this.events = events;
    }

    /** Plans a course for a patient who is accepted and has consented; every unmet condition is named at once. */
    public Course plan(UUID patientId, CourseType type, Integer plannedDoses, Route route, String goal, UUID by) {
        Instant now = charting.now();
        Standing standing = eligibility.lock(patientId);
        Course course = Course.plan(Ids.next(), patientId, rules.template(type), plannedDoses, route, goal, by, now);
        List<CourseRefusalReason> unmet = refusals(standing, course, now);
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.COURSE_REFUSED, unmet);
        }
        Course planned = courses.add(course);
        events.planned(planned, standing.primaryDiagnosis());
        return planned;
    }

    private List<CourseRefusalReason> refusals(Standing standing, Course course, Instant now) {
        List<CourseRefusalReason> unmet = new ArrayList<>();
        if (!standing.candidacyAccepted()) {
            unmet.add(CourseRefusalReason.CANDIDACY_MISSING);
        } else if (!standing.candidacyInDate(now)) {
            unmet.add(CourseRefusalReason.CANDIDACY_EXPIRED);
        }
        if (!standing.consentValid(now)) {
            unmet.add(CourseRefusalReason.CONSENT_MISSING);
        }
        if (courses.openCourseExists(standing.patientId())) {
            unmet.add(CourseRefusalReason.COURSE_OPEN);
        }
        if (!rules.enabled(course.route())) {
            unmet.add(CourseRefusalReason.ROUTE_NOT_ENABLED);
        }
        if (FirstRoute.excludes(standing.codes(), course.route(), !courses.anyDoseGiven(standing.patientId()))) {
            unmet.add(CourseRefusalReason.ROUTE_EXCLUDED);
        }
        if (rules.liverTests().tooOld(course.plannedDoses(), standing.liverTestedOn(), rules.dayOf(now))) {
            unmet.add(CourseRefusalReason.LIVER_TEST_OLD);
        }
        return unmet;
    }

    public Course withId(UUID id) {
        return courses.withId(id).orElseThrow(() -> new NoSuchRecord("course"));
    }

    public List<Course> list(UUID patientId, UUID after, int limit) {
        return courses.list(patientId, after, limit);
    }

    /** Records a physician's review; it opens what the templates close. */
    public CourseReview review(UUID courseId, CourseReview.Kind kind, String rationale, UUID by) {
        Course course = withId(courseId);
        eligibility.lock(course.patientId());
        CourseReview review = new CourseReview(Ids.next(), course.id(), course.patientId(), kind, rationale, by, charting.now());
        courses.addReview(review);
        return review;
    }

    /** Ends a course whose last dose was integrated, or for one of the exceptions. */
    public Course complete(UUID courseId, EndException exception) {
        Course course = withId(courseId);
        eligibility.lock(course.patientId());
        if (exception == null && tasks.incompleteOf(course.patientId()).stream().anyMatch(task -> task.courseId().equals(courseId))) {
            throw new Refused(Refused.Kind.COURSE_CANNOT_END, List.of(CourseRefusalReason.DOSE_NOT_INTEGRATED));
        }
        boolean whole = !course.hasDosesLeft();
        return end(course, CourseState.COMPLETED, exception == null ? null : exception.name(),
                whole ? "PLAN_COMPLETED" : "COMPLETED_EARLY");
    }

    /** Stops a course for good, whatever is still open. */
    public Course stop(UUID courseId, String reason) {
        Course course = withId(courseId);
        eligibility.lock(course.patientId());
        return end(course, CourseState.STOPPED, reason, "STOPPED");
    }

    private Course end(Course course, CourseState terminal, String reason, String outcome) {
        if (!course.open()) {
            throw new Refused(Refused.Kind.COURSE_CANNOT_END, List.of(course.state()));
        }
        Course ended = courses.update(course.end(terminal, reason, charting.now()));
        events.ended(ended, outcome);
        return ended;
    }
}
