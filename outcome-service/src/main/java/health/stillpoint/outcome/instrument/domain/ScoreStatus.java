package health.stillpoint.outcome.instrument.domain;

/** How complete a score is (instruments.yaml, conventions.statuses). Invalid answers give no score at all. */
public enum ScoreStatus {
    /** All items present. */
    SCORED,
    /** At least one item missing, within the missing rule; a total was produced. */
    SCORED_PRORATED,
    /** More missing than allowed: no total, no band; critical answers are still heard. */
    INCOMPLETE;

    /** Tells whether a total exists. */
    public boolean hasTotal() {
        return this != INCOMPLETE;
    }
}
