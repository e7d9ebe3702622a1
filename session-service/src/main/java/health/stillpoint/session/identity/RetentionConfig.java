package health.stillpoint.session.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When what was kept of erased persons is deleted; how long it is kept is told with each erasure. */
@ConfigMapping(prefix = "stillpoint.erasure")
public interface RetentionConfig {

    /** How often facts whose period is over are looked for; a period ends with a day. */
    @WithDefault("1h")
    String retentionCheck();

    /** Oldest picture of patient-service on which anything is deleted: a later day may have been told; real time (ours). */
    @WithDefault("PT60S")
    Duration knowledgeAtMost();
}
