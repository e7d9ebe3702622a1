package health.stillpoint.patient.consent;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.consent.domain.ConsentLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Numbers of the consent rules, each with its source. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.consent")
public interface ConsentConfig extends ConsentLimits {

    /** 365 days; programme.md section 5 (P). */
    @Override
    @WithDefault("P365D")
    @Bounds(least = "P30D", most = "P365D")
    Duration validity();

    /** 24 hours; programme.md section 5 (P). */
    @Override
    @WithDefault("PT24H")
    @Bounds(least = "PT24H", most = "PT72H")
    Duration afterDose();

    /** Unset: whom a consent names is not looked up (our own); the identity provider alone knows the clients. Set it for each clinic. */
    @Override
    Optional<Set<String>> partners();

    /** Oldest picture of session-service on which somebody who may have been dosed signs; real time, as for a dose there (P). */
    @WithDefault("PT60S")
    @Bounds(least = "PT10S", most = "PT5M")
    Duration knowledgeAtMost();

    /** How often consents whose time is over are looked for. */
    @WithDefault("30s")
    String expiryCheck();

    /** How often consents on a text changed in substance are looked for; a text changes with a release. */
    @WithDefault("1h")
    String textCheck();
}
