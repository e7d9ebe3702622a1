package health.stillpoint.session.checklist;

import health.stillpoint.session.checklist.domain.ChecklistLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** A clinic's own checklist limits; every number not set is the published one. */
@ConfigMapping(prefix = "stillpoint.checklist")
public interface ChecklistConfig {

    /** By name, for example {@code stillpoint.checklist.limit.suds-go=5}. */
    Map<ChecklistLimit, BigDecimal> limit();

    /** How long before the dose the vital signs, C-SSRS and SUDS may have been taken (schedules section 1, PRE_DOSE). */
    @WithDefault("PT4H")
    Duration validity();
}
