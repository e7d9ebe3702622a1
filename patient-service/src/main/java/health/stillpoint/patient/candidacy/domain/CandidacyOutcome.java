package health.stillpoint.patient.candidacy.domain;

/** What a candidacy review decides (programme.md sections 1 and 6). */
public enum CandidacyOutcome {
    ACCEPTED, ACCEPTED_WITH_CONDITIONS, DEFERRED, DECLINED;

    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_CONDITIONS;
    }
}
