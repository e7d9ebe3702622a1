package health.stillpoint.session.order.domain;

import java.math.BigDecimal;

/**
 * What the patient has had before, as the order's limits need it.
 *
 * @param firstDose no dose was ever given to this patient
 * @param lastMilligramsPerKilogram ordered mg/kg times factor of the last dose by this route; null when none
 * @param lastMilligrams mg of that dose; null when none
 * @param milligramsInSevenDays by any route
 * @param sublingualMilligramsInTwentyEightDays lozenges only
 */
public record DoseHistory(boolean firstDose, BigDecimal lastMilligramsPerKilogram, BigDecimal lastMilligrams,
        BigDecimal milligramsInSevenDays, BigDecimal sublingualMilligramsInTwentyEightDays) {

    public static final DoseHistory NOTHING_YET = new DoseHistory(true, null, null, BigDecimal.ZERO, BigDecimal.ZERO);
}
