package health.stillpoint.outcome.instrument.domain;

/**
 * Triage level of the C-SSRS screener, ordered from none to high.
 *
 * <p>Columbia Lighthouse Project triage points: items 4, 5 or behavior within 3 months are high; item 3 or behavior
 * longer ago is moderate; items 1 or 2 are low (docs/clinical-sources.md#c-ssrs-screener).
 */
public enum SuicideRisk {
    NONE,
    LOW,
    MODERATE,
    HIGH;

    /** The level the answers already imply, whether or not items are missing. */
    public static SuicideRisk impliedBy(AnswerSheet answers) {
        if (answers.says(4, 1) || answers.says(5, 1) || answers.says(7, 1)) {
            return HIGH;
        }
        if (answers.says(3, 1) || answers.says(6, 1)) {
            return MODERATE;
        }
        return answers.says(1, 1) || answers.says(2, 1) ? LOW : NONE;
    }

    /** Tells whether this level may be stated although a required item is missing. */
    boolean standsWithMissingItems() {
        return this == MODERATE || this == HIGH;
    }
}
