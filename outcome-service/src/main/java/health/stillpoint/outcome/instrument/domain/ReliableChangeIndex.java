package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The change that measurement error alone seldom produces: {@code 1.96 * SD * sqrt(2) * sqrt(1 - r)} points
 * (Jacobson and Truax 1991).
 *
 * @param standardDeviation SD of a clinical sample, in points; absent when the authors publish only the limit
 * @param reliability reliability used, 0..1
 * @param minimumPoints smallest whole number of points strictly above the limit, or the published one
 * @param published true when {@code minimumPoints} is the published number
 */
public record ReliableChangeIndex(
        Optional<BigDecimal> standardDeviation, Optional<BigDecimal> reliability, int minimumPoints, boolean published) {

    private static final MathContext PRECISE = new MathContext(40, RoundingMode.HALF_EVEN);

    /** The unrounded limit in points, if it can be computed. */
    public Optional<BigDecimal> limitInPoints() {
        return standardDeviation.flatMap(deviation -> reliability.map(r -> new BigDecimal("1.96")
                .multiply(deviation)
                .multiply(BigDecimal.TWO.sqrt(PRECISE))
                .multiply(BigDecimal.ONE.subtract(r).sqrt(PRECISE), PRECISE)));
    }

    /** Compares an improvement with the limit. */
    public ReliableChange of(BigDecimal improvement) {
        if (improvement.compareTo(BigDecimal.valueOf(minimumPoints)) >= 0) {
            return ReliableChange.RELIABLE_IMPROVEMENT;
        }
        return improvement.compareTo(BigDecimal.valueOf(-minimumPoints)) <= 0
                ? ReliableChange.RELIABLE_DETERIORATION
                : ReliableChange.NO_RELIABLE_CHANGE;
    }
}
