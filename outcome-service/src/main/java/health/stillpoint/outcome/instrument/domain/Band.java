package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;

/**
 * A severity band: the closed interval of rounded totals that share a name (conventions.bands).
 *
 * @param from lowest total
 * @param to highest total
 * @param code name of the band
 */
public record Band(int from, int to, String code) {

    public Band {
        if (from > to) {
            throw new IllegalArgumentException("Band " + code + " ends before it starts");
        }
    }

    boolean contains(BigDecimal total) {
        return total.compareTo(BigDecimal.valueOf(from)) >= 0 && total.compareTo(BigDecimal.valueOf(to)) <= 0;
    }
}
