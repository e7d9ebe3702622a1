package health.stillpoint.outcome.instrument.domain;

import java.util.List;

/**
 * What the total is made of and the range it lies in.
 *
 * @param minimum lowest total; not 0 for PSWQ, AAQ-II, CGI: percent change starts here
 * @param maximum highest total
 * @param statistic how the items are joined
 * @param multiplier the sum is multiplied by this (WHO-5: 4)
 * @param items items that count; all of them unless the catalogue names some
 * @param fromSubscales subscales whose values are added instead of the items; empty for most
 */
public record TotalRule(
        int minimum, int maximum, Statistic statistic, int multiplier, List<Integer> items, List<String> fromSubscales) {

    public TotalRule {
        items = List.copyOf(items);
        fromSubscales = List.copyOf(fromSubscales);
    }
}
