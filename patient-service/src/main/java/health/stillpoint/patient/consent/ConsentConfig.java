package health.stillpoint.patient.consent;

import health.stillpoint.patient.consent.domain.ConsentLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Numbers of the consent rules, each with its source. */
@ConfigMapping(prefix = "stillpoint.consent")
public interface ConsentConfig extends ConsentLimits {

    /** 365 days; programme.md section 5 (P). */
    @Override
    @WithDefault("P365D")
    Duration validity();

    /** 24 hours; programme.md section 5 (P). */
    @Override
    @WithDefault("PT24H")
    Duration afterDose();
}
