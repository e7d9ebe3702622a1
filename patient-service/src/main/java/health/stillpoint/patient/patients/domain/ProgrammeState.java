package health.stillpoint.patient.patients.domain;

/** Where a patient stands in the programme (programme.md section 1; drawn in docs/programme-states.md). */
public enum ProgrammeState {
    /** Registered. */
    REFERRED,
    /** The intake is being written. */
    INTAKE,
    /** The intake is signed; screening rows are still open. */
    SCREENING,
    /** Everything is answered; a physician decides. */
    CANDIDACY_REVIEW,
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    DEFERRED,
    DECLINED,
    /** Accepted; consent is being sought. */
    CONSENT,
    /** Consent given; preparation sessions before the first dose. */
    PREPARATION,
    /** Doses and their integration. */
    IN_COURSE,
    COURSE_COMPLETE,
    MAINTENANCE,
    FOLLOW_UP,
    /** A hold stands; the state before comes back when it is cleared. */
    SUSPENDED,
    STOPPED,
    CLOSED
}
