package health.stillpoint.session.alert.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a reading is compared with.
 *
 * @param preDoseSystolic mmHg, mean before the dose; null when none was taken, then no rise is judged
 * @param preDoseHeartRate beats a minute; null counts as not low before
 * @param doseStartedAt null when no dose was given yet
 * @param vomitingBefore episodes earlier in the session
 * @param sudsTenSince first of the unbroken readings of SUDS 10 before this one; null when none
 */
public record AlertContext(BigDecimal preDoseSystolic, BigDecimal preDoseDiastolic, Integer preDoseHeartRate,
        Instant doseStartedAt, int vomitingBefore, Instant sudsTenSince) {

    public static final AlertContext NOTHING_KNOWN = new AlertContext(null, null, null, null, 0, null);

    public AlertContext with(int vomiting, Instant sudsTen) {
        return new AlertContext(preDoseSystolic, preDoseDiastolic, preDoseHeartRate, doseStartedAt, vomiting, sudsTen);
    }
}
