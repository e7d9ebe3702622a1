package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What the first and every dose is multiplied by; the lowest of all that apply wins.
 *
 * <p>Dosing section 2, tag P (docs/clinical-sources.md#dose-factors): age 65 or more 0.75; moderate liver impairment 0.5;
 * a CYP inhibitor 0.5 sublingual and 0.75 by needle; eGFR below 30 0.75.
 */
public final class DoseFactor {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    static final int OLDER_AGE = 65;

    private DoseFactor() {
    }

    /**
     * @param stated the factor of the candidacy decision by this route
     * @param age whole years, counted from the birth year so that the older value is used; null when unknown
     * @param codes condition and reason codes of the candidacy decision, with or without their {@code SCR_} prefix
     */
    public static BigDecimal lowest(BigDecimal stated, Integer age, Set<String> codes, Route route) {
        BigDecimal factor = stated == null ? BigDecimal.ONE : stated.min(BigDecimal.ONE);
        if (age != null && age >= OLDER_AGE || has(codes, "AGE_65")) {
            factor = factor.min(THREE_QUARTERS);
        }
        if (has(codes, "HEPATIC_MODERATE")) {
            factor = factor.min(HALF);
        }
        if (has(codes, "IX_CYP_INH")) {
            factor = factor.min(route.parenteral() ? THREE_QUARTERS : HALF);
        }
        if (has(codes, "RENAL_SEVERE")) {
            factor = factor.min(THREE_QUARTERS);
        }
        return factor;
    }

    private static boolean has(Set<String> codes, String code) {
        return codes.contains(code) || codes.contains("SCR_" + code);
    }
}
