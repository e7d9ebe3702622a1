package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** When a patient counts as a responder on an instrument (conventions.response). */
public sealed interface ResponseRule {

    /**
     * The percent change reaches a limit.
     *
     * @param percent the limit
     * @param strictly true when the limit itself is not enough ({@code operator: gt})
     * @param minimumBaseline below this baseline the rule says nothing
     */
    record ByPercent(BigDecimal percent, boolean strictly, OptionalInt minimumBaseline) implements ResponseRule {}

    /** The improvement reaches so many points (ISI, WHO-5). */
    record ByPoints(int points) implements ResponseRule {}

    /** The current total alone decides; no baseline is needed (CGI-I, PGI-C, SDS). */
    record ByTotal(TotalBound bound) implements ResponseRule {}

    /** A rule of other authors, reported beside the main one. */
    record Alternative(String name, ResponseRule rule) {}
}
