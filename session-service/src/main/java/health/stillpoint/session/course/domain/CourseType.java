package health.stillpoint.session.course.domain;

/** Rhythm of a treatment course (docs/clinical-sources.md#course-templates). */
public enum CourseType {
    INTENSIVE,
    WEEKLY,
    TWICE_MONTHLY,
    MAINTENANCE
}
