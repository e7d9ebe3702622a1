package health.stillpoint.outcome.instrument.domain;

import java.util.List;

/**
 * A part of an instrument that is scored on its own, prorated independently of the total.
 *
 * @param code name of the subscale
 * @param items its item numbers
 * @param minimum lowest value
 * @param maximum highest value
 * @param statistic sum or mean
 * @param maximumMissing how many of its items may be missing
 */
public record Subscale(String code, List<Integer> items, int minimum, int maximum, Statistic statistic, int maximumMissing) {

    public Subscale {
        items = List.copyOf(items);
    }
}
