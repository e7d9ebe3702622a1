package health.stillpoint.outcome.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often windows and alerts are looked at, and how long an alert may stay unheard. */
@ConfigMapping(prefix = "stillpoint.outcome.watch")
public interface WatchConfig {

    /** Time between two looks; every 10 s. The scheduler reads the same property. */
    @WithDefault("10s")
    String every();

    /** How long nobody may take an alert before it is passed on. */
    Escalation escalation();

    /** Time allowed by severity, clinic time. */
    interface Escalation {

        /** By the next business day. */
        @WithDefault("PT24H")
        Duration amber();

        /** The same day. */
        @WithDefault("PT4H")
        Duration orange();

        /** Immediately: as for a red vital sign. */
        @WithDefault("PT2M")
        Duration red();
    }
}
