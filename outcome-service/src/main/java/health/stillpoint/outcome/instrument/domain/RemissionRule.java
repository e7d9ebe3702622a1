package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Map;

/**
 * Absolute rule on the current total, independent of response (conventions.remission).
 *
 * @param bound the rule
 * @param byVariant the rule for variants that have their own (PDSS with agoraphobia)
 * @param alternatives rules of other authors, reported beside the main one
 */
public record RemissionRule(TotalBound bound, Map<Variant, TotalBound> byVariant, List<Alternative> alternatives) {

    /** A rule of other authors. */
    public record Alternative(String name, TotalBound bound) {}

    public RemissionRule {
        byVariant = Map.copyOf(byVariant);
        alternatives = List.copyOf(alternatives);
    }

    TotalBound forVariant(Variant variant) {
        return byVariant.getOrDefault(variant, bound);
    }
}
