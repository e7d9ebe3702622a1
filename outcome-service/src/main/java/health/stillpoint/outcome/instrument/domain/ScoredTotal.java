package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;

/**
 * The part of a score that a comparison needs.
 *
 * @param total the total
 * @param prorated true when it was scaled up for missing items; the flag is carried into the comparison
 * @param caseness whether it is a clinical case
 */
public record ScoredTotal(BigDecimal total, boolean prorated, Verdict caseness) {

    @Override
    public String toString() {
        return "ScoredTotal";
    }
}
