package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Limits of one route: dose levels, hard cap, first dose, step up and rounding.
 *
 * <p>Dosing and monitoring section 2 (docs/clinical-sources.md#dose-limits). Masses in mg, mg/kg against the dosing
 * weight. A null limit does not exist for that route.
 *
 * @param psycholyticUpTo mg/kg; anything at or below is psycholytic
 * @param transitionalUpTo mg/kg; above it is psychedelic
 * @param capMilligramsPerKilogram with {@code capMilligrams}: the lower one wins
 * @param increment mg a dose is rounded to
 * @param lowStartMilligramsPerKilogram first dose when any low-start trigger is present
 * @param stepUpFactor new mg/kg at most this many times the last
 * @param weightValidity how old the weight may be
 */
public record RouteLimits(Route route, BigDecimal psycholyticUpTo, BigDecimal transitionalUpTo,
        BigDecimal capMilligramsPerKilogram, BigDecimal capMilligrams, BigDecimal increment,
        BigDecimal firstDoseMilligramsPerKilogram, BigDecimal firstDoseMilligrams,
        BigDecimal lowStartMilligramsPerKilogram, BigDecimal lowStartMilligrams,
        BigDecimal stepUpFactor, BigDecimal stepUpMilligramsPerKilogram, BigDecimal stepUpMilligrams,
        Duration weightValidity) {

    /** Exact cap in mg for a dosing weight: the lower of the two. */
    public BigDecimal capFor(BigDecimal dosingWeightKilograms) {
        return capMilligramsPerKilogram.multiply(dosingWeightKilograms).min(capMilligrams);
    }

    /** Level of a dose, compared exactly as mg against limit x weight so that no division rounds it. */
    public DoseLevel levelOf(BigDecimal milligrams, BigDecimal dosingWeightKilograms) {
        if (milligrams.compareTo(psycholyticUpTo.multiply(dosingWeightKilograms)) <= 0) {
            return DoseLevel.PSYCHOLYTIC;
        }
        return milligrams.compareTo(transitionalUpTo.multiply(dosingWeightKilograms)) <= 0
                ? DoseLevel.TRANSITIONAL : DoseLevel.PSYCHEDELIC;
    }
}
