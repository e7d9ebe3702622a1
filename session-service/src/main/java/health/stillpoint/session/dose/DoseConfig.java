package health.stillpoint.session.dose;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the dose guard. */
@ConfigMapping(prefix = "stillpoint.dose")
public interface DoseConfig {

    /** Oldest picture of another service on which a dose may be given without a prescriber's override; real time. */
    @WithDefault("PT60S")
    Duration knowledgeAtMost();

    /** Oldest preparation session that counts before the first dose (programme section 9). */
    @WithDefault("P14D")
    Duration preparationAtMost();
}
