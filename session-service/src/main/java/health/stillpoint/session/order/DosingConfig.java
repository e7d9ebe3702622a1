package health.stillpoint.session.order;

import health.stillpoint.session.course.domain.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A clinic's own dose limits; every number not set is the published one. */
@ConfigMapping(prefix = "stillpoint.dosing")
public interface DosingConfig {

    /** Limits of a route. */
    Map<Route, Limits> route();

    /** How far the body data of an order may lie from the known ones (ours, P). */
    Body body();

    interface Body {

        /** Of the known weight. */
        @WithDefault("0.10")
        BigDecimal weightShare();

        /** cm. */
        @WithDefault("3")
        BigDecimal heightCentimeters();
    }

    interface Limits {

        /** mg/kg. */
        Optional<BigDecimal> capMilligramsPerKilogram();

        /** mg. */
        Optional<BigDecimal> capMilligrams();

        /** mg; 25 for whole lozenges, half of it where they are scored. */
        Optional<BigDecimal> increment();

        /** mg/kg. */
        Optional<BigDecimal> lowStartMilligramsPerKilogram();
    }
}
