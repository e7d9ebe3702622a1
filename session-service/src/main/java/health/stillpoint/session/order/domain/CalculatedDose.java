package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.util.List;

/**
 * A dose as the arithmetic of dosing section 2.1 gives it.
 *
 * @param doseMilligrams rounded to the route's increment
 * @param doseMilligramsPerKilogram rounded mg divided by dosing weight, four decimals
 * @param effectiveMilligramsPerKilogram ordered mg/kg times the factor, before rounding
 * @param capMilligrams the lower of the two caps, two decimals, rounded down
 * @param volumeMilliliters to draw up, or to infuse when diluted; null for a lozenge
 * @param pumpMillilitersPerHour null unless infused
 * @param milligramsPerKilogramPerMinute null unless infused
 * @param arithmetic each step in words, to be checked by a second person
 */
public record CalculatedDose(Route route, BigDecimal doseMilligrams, BigDecimal doseMilligramsPerKilogram,
        BigDecimal effectiveMilligramsPerKilogram, BigDecimal dosingWeightKilograms, BigDecimal doseFactor, DoseLevel level,
        BigDecimal capMilligrams, BigDecimal volumeMilliliters, BigDecimal pumpMillilitersPerHour,
        BigDecimal milligramsPerKilogramPerMinute, List<String> arithmetic) {

    public CalculatedDose {
        arithmetic = List.copyOf(arithmetic);
    }

    public DoseSize size() {
        return new DoseSize(route, dosingWeightKilograms, effectiveMilligramsPerKilogram, doseMilligrams);
    }
}
