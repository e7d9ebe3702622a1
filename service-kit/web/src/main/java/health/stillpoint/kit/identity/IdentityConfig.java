package health.stillpoint.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are read. */
@ConfigMapping(prefix = "stillpoint.identity")
public interface IdentityConfig {

    /** Claim that carries the identifier of the caller's own record. */
    @WithDefault("patient_id")
    String ownRecordClaim();

    /** How long a verified token is believed without another check; never beyond its {@code exp}. At most 60 s. */
    @WithDefault("60s")
    Duration believedFor();

    /** Most verified tokens kept at a time. */
    @WithDefault("10000")
    int believedTokens();
}
