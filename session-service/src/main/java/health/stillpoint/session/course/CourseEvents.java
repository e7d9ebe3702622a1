package health.stillpoint.session.course;

import health.stillpoint.session.course.domain.Course;

/** Tells the other services what became of a course. */
public interface CourseEvents {

    void planned(Course course, String primaryDiagnosis);

    /** @param outcome PLAN_COMPLETED, COMPLETED_EARLY or STOPPED */
    void ended(Course course, String outcome);
}
