package health.stillpoint.session.eligibility.domain;

import java.math.BigDecimal;

/**
 * What the candidacy decision multiplies every dose by, above 0 and at most 1; a CYP inhibitor counts less by needle or line.
 *
 * <p>Dosing section 2, tag P (docs/clinical-sources.md#dose-factors). What was not told is the smaller factor.
 *
 * @param enteral sublingual, nasal, and any route nothing else is told about
 * @param parenteral IM, SC, IV
 */
public record StatedFactors(BigDecimal enteral, BigDecimal parenteral) {

    /** No decision yet, or nothing to reduce for. */
    public static final StatedFactors NONE = new StatedFactors(BigDecimal.ONE, BigDecimal.ONE);

    /** The smallest factor of the table: a decision that tells none may hide any of them. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.5");

    /** The factors of an event, either of which may be missing. */
    public static StatedFactors told(BigDecimal any, BigDecimal parenteral) {
        BigDecimal smaller = usable(any) ? any.min(BigDecimal.ONE) : SMALLEST;
        return new StatedFactors(smaller, usable(parenteral) ? parenteral.min(BigDecimal.ONE) : smaller);
    }

    public BigDecimal by(boolean needleOrLine) {
        return needleOrLine ? parenteral : enteral;
    }

    private static boolean usable(BigDecimal factor) {
        return factor != null && factor.signum() > 0;
    }
}
