package health.stillpoint.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a caller and a clinic may ask of one gateway; each replica counts for itself. */
@ConfigMapping(prefix = "stillpoint.gateway.limits")
public interface LimitsConfig {

    @WithDefault("true")
    boolean enabled();

    /** One subject through one client program. */
    Caller caller();

    /** Everybody of one clinic together. */
    Clinic clinic();

    /** Refused tokens from one network address. */
    Refused refused();

    /** See {@link LimitsConfig#caller()}. */
    interface Caller {
        /** Requests a second in the long run. */
        @WithDefault("500")
        long perSecond();

        /** Requests at once. */
        @WithDefault("1000")
        long burst();
    }

    /** See {@link LimitsConfig#clinic()}. */
    interface Clinic {
        /** Requests a second in the long run. */
        @WithDefault("2000")
        long perSecond();

        /** Requests at once. */
        @WithDefault("4000")
        long burst();
    }

    /** See {@link LimitsConfig#refused()}. */
    interface Refused {
        /** Refused tokens a second in the long run. */
        @WithDefault("20")
        long perSecond();

        /** Refused tokens at once. */
        @WithDefault("2000")
        long burst();
    }
}
