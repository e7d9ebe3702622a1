package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;

/**
 * How much a patient gets at once, as the limits look at it.
 *
 * @param dosingWeightKilograms see {@link DosingWeight}
 * @param effectiveMilligramsPerKilogram ordered mg/kg times the factor, before rounding
 * @param milligrams rounded
 */
public record DoseSize(Route route, BigDecimal dosingWeightKilograms, BigDecimal effectiveMilligramsPerKilogram, BigDecimal milligrams) {

    /** This dose and an earlier one of the same session taken together. */
    public DoseSize with(BigDecimal earlierMilligramsPerKilogram, BigDecimal earlierMilligrams) {
        return new DoseSize(route, dosingWeightKilograms, effectiveMilligramsPerKilogram.add(earlierMilligramsPerKilogram),
                milligrams.add(earlierMilligrams));
    }
}
