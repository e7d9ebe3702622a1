package health.stillpoint.session.course.domain;

/** Why a course cannot be planned. */
public enum CourseRefusalReason {
    CANDIDACY_MISSING,
    CANDIDACY_EXPIRED,
    CONSENT_MISSING,
    /** A patient has at most one open course. */
    COURSE_OPEN,
    /** The clinic has not enabled this route. */
    ROUTE_NOT_ENABLED,
    /** The course cannot end: a dose of it is not integrated yet. */
    DOSE_NOT_INTEGRATED
}
