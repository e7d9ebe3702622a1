package health.stillpoint.patient.referrals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the clinic knows whom partners referred. */
@ConfigMapping(prefix = "stillpoint.referrals")
public interface ReferralConfig {

    /**
     * 365 days after the last step on the referral of a person who is no patient: no longer than needed (GDPR article 5(1)(e), which
     * names no number), and long enough for a waiting list and for a second referral to be recognized (P).
     */
    @WithDefault("P365D")
    @DurationMin(days = 90)
    @DurationMax(days = 1095)
    Duration keepIdentity();

    /** How often referrals kept long enough are looked for. */
    @WithDefault("1h")
    String retentionCheck();
}
