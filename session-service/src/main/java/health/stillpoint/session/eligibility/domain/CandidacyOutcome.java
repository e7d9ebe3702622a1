package health.stillpoint.session.eligibility.domain;

/** Outcome of a candidacy decision made in patient-service. */
public enum CandidacyOutcome {
    ACCEPTED,
    ACCEPTED_WITH_CONDITIONS,
    DEFERRED,
    DECLINED,
    /** An outcome this release does not know; never accepted. */
    UNKNOWN;

    public boolean accepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_CONDITIONS;
    }
}
