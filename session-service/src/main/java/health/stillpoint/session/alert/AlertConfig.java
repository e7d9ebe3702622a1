package health.stillpoint.session.alert;

import health.stillpoint.session.alert.domain.AlertLimit;
import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** A clinic's own alert limits; every number not set is the published one. */
@ConfigMapping(prefix = "stillpoint.alert")
public interface AlertConfig {

    /** By name, for example {@code stillpoint.alert.limit.systolic-orange=175}. */
    Map<AlertLimit, Integer> limit();
}
