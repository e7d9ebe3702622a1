package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How item values become one number. Arithmetic is exact; halves round away from zero (conventions.rounding).
 */
public enum Statistic {

    /** Sum, scaled up for missing items: {@code round_half_up(sum * items / answered)} (conventions.prorate). */
    SUM {
        @Override
        BigDecimal of(long sum, int items, int answered) {
            return BigDecimal.valueOf(sum * items).divide(BigDecimal.valueOf(answered), 0, RoundingMode.HALF_UP);
        }
    },

    /** Mean of the answered items, two decimals. */
    MEAN {
        @Override
        BigDecimal of(long sum, int items, int answered) {
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answered), 2, RoundingMode.HALF_UP);
        }
    },

    /** Number of the highest item answered with yes (1), 0 if none: the ideation ladder of the C-SSRS screener. */
    HIGHEST_YES {
        @Override
        BigDecimal of(long sum, int items, int answered) {
            throw new UnsupportedOperationException("The ladder is read from the answers, not from a sum");
        }
    };

    abstract BigDecimal of(long sum, int items, int answered);
}
