package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;

/** A rule on the total alone, its bound included: remission, an absolute response rule, recovery from sedation. */
public sealed interface TotalBound {

    /** Holds for totals up to and including the bound. */
    record AtMost(int total) implements TotalBound {}

    /** Holds for totals from the bound upwards. */
    record AtLeast(int total) implements TotalBound {}

    /** Holds for one total only. */
    record Exactly(int total) implements TotalBound {}

    /** Tells whether a total satisfies the rule. */
    default boolean holdsFor(BigDecimal total) {
        return switch (this) {
            case AtMost(int bound) -> total.compareTo(BigDecimal.valueOf(bound)) <= 0;
            case AtLeast(int bound) -> total.compareTo(BigDecimal.valueOf(bound)) >= 0;
            case Exactly(int bound) -> total.compareTo(BigDecimal.valueOf(bound)) == 0;
        };
    }
}
