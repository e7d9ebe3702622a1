package health.stillpoint.session.order.domain;

import java.math.BigDecimal;

/**
 * How an infusion runs.
 *
 * @param minutes whole minutes
 * @param dilutedToMilligramsPerMilliliter concentration in the pump; null = the product undiluted
 */
public record Infusion(int minutes, BigDecimal dilutedToMilligramsPerMilliliter) {
}
