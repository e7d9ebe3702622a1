package health.stillpoint.session.dose;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
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

    /** The second injection of a session (dosing section 2, cumulative limits, P). */
    TopUp topUp();

    interface TopUp {

        /** Not sooner after the end of the first dose. */
        @WithDefault("PT15M")
        Duration earliest();

        /** Of the first dose. */
        @WithDefault("0.5")
        BigDecimal largestShare();

        /** Oldest MOAA/S and blood pressure on which it may be given. */
        @WithDefault("PT5M")
        Duration readingAtMost();
    }
}
