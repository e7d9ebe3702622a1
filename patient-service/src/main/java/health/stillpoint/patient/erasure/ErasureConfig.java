package health.stillpoint.patient.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How long clinical facts outlive the identity they were recorded under. */
@ConfigMapping(prefix = "stillpoint.erasure")
public interface ErasureConfig {

    /** 7 years after the last contact; states ask for 6 to 10 of adults' records, so this is configuration (P). */
    @WithDefault("P7Y")
    Period keepClinicalFacts();

    /** How often facts whose period is over are looked for; a period ends with a day. */
    @WithDefault("1h")
    String retentionCheck();
}
