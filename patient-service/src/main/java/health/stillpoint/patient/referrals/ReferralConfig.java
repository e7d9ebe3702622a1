package health.stillpoint.patient.referrals;

import health.stillpoint.patient.Bounds;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the clinic knows whom partners referred. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.referrals")
public interface ReferralConfig {

    /**
     * 365 days after the last step on the referral of a person who is no patient: no longer than needed (GDPR article 5(1)(e), which
     * names no number), and long enough for a waiting list and for a second referral to be recognized (P).
     */
    @WithDefault("P365D")
    @Bounds(least = "P90D", most = "P1095D")
    Duration keepIdentity();

    /** How often referrals kept long enough are looked for. */
    @WithDefault("1h")
    String retentionCheck();
}
