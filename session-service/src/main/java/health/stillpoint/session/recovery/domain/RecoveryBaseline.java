package health.stillpoint.session.recovery.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What recovery is compared with.
 *
 * @param preDoseSystolic mmHg before the dose
 * @param preDoseSuds 0..10; null when unknown
 * @param earlierMeasuredAt the reading before this one, at least 15 minutes earlier; null when none
 */
public record RecoveryBaseline(BigDecimal preDoseSystolic, Integer preDoseSuds, Instant earlierMeasuredAt, Integer earlierSystolic,
        Integer earlierDiastolic) {
}
