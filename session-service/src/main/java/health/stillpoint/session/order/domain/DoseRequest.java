package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a prescriber asks for.
 *
 * @param milligramsPerKilogram before the dose factor
 * @param concentrationMilligramsPerMilliliter of the product; null for a lozenge
 * @param infusion null unless the route is IV
 */
public record DoseRequest(Route route, BigDecimal milligramsPerKilogram, BigDecimal bodyWeightKilograms,
        BigDecimal heightCentimeters, SexAtBirth sexAtBirth, Instant weighedAt,
        BigDecimal concentrationMilligramsPerMilliliter, Infusion infusion) {
}
