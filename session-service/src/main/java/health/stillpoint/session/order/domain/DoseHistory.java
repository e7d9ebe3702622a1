package health.stillpoint.session.order.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What the patient has had before, as the order's limits need it.
 *
 * @param firstDose no dose was ever given to this patient
 * @param lastMilligramsPerKilogram ordered mg/kg times factor of the last dose by this route; null when none
 * @param lastMilligrams mg of that dose; null when none
 * @param lastEndedAt end of its administration; null when none
 * @param mayRise the titration table does not forbid more than that dose; true when there was none
 * @param milligramsInSevenDays by any route
 * @param sublingualMilligramsInTwentyEightDays lozenges only
 */
public record DoseHistory(boolean firstDose, BigDecimal lastMilligramsPerKilogram, BigDecimal lastMilligrams,
        Instant lastEndedAt, boolean mayRise, BigDecimal milligramsInSevenDays, BigDecimal sublingualMilligramsInTwentyEightDays) {

    public static final DoseHistory NOTHING_YET = new DoseHistory(true, null, null, null, true, BigDecimal.ZERO, BigDecimal.ZERO);

    /** After a longer pause than this, 28 days, the climb starts again (dosing section 3.1). */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(28);

    /** True when the next dose comes so long after the last by this route that the patient starts again. */
    public boolean pausedTooLong(Instant at) {
        return lastEndedAt != null && Duration.between(lastEndedAt, at).compareTo(LONGEST_PAUSE) > 0;
    }
}
