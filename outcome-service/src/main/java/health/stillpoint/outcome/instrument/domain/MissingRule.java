package health.stillpoint.outcome.instrument.domain;

/** How many answers may be missing before no total is given. */
public sealed interface MissingRule {

    /** Every item is needed. */
    record NoneAllowed() implements MissingRule {}

    /** Up to so many items may be missing; the rest is scaled up. */
    record Prorate(int maximumMissing) implements MissingRule {}

    /** Each subscale of the total is prorated by its own allowance; one without a value leaves no total (LSAS-SR). */
    record ProrateBySubscale() implements MissingRule {}

    /** Mean of the answered items, provided every subscale still has a value (MEQ30). */
    record MeanOfAnswered(int maximumMissing) implements MissingRule {}

    /**
     * The rule when the authors publish none: patients may leave one item in ten, prorated; clinicians none
     * (conventions.default_missing_rule).
     */
    static MissingRule standard(Respondent respondent, int itemCount) {
        return respondent == Respondent.PATIENT ? new Prorate(itemCount / 10) : new NoneAllowed();
    }
}
