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
    /** A needle or line first, which the candidacy decision excludes; see {@link FirstRoute}. */
    ROUTE_EXCLUDED,
    /** Liver tests too old, or of an unknown day, for so many doses; see {@link LiverTests}. */
    LIVER_TEST_OLD,
    /** The course cannot end: a dose of it is not integrated yet. */
    DOSE_NOT_INTEGRATED
}
