package health.stillpoint.session.course.domain;

/** Where a course stands; drawn in docs/session-states.md. */
public enum CourseState {
    /** Approved, no dose given yet. */
    PLANNED,
    /** At least one dose given. */
    ACTIVE,
    /** Planned doses done and integrated, or ended early by decision. Terminal. */
    COMPLETED,
    /** Ended for withdrawal of consent, a contraindication or the patient's wish. Terminal. */
    STOPPED;

    public boolean open() {
        return this == PLANNED || this == ACTIVE;
    }
}
