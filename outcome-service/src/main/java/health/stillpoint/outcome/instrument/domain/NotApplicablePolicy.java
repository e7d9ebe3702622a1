package health.stillpoint.outcome.instrument.domain;

/** What "NA" does to the total of the instruments that allow it. */
public enum NotApplicablePolicy {

    /** The other items are scaled up (WSAS item 1: retired or not working for other reasons). */
    PRORATE_OTHERS,

    /** No total; the mean of the other items is reported instead (SDS item 1). */
    NO_TOTAL
}
