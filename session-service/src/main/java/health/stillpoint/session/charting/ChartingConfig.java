package health.stillpoint.session.charting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a clinical time counts as charted late, and how far ahead a device's clock may be. */
@ConfigMapping(prefix = "stillpoint.charting")
public interface ChartingConfig {

    /** Recorded this much after it happened is late (P). */
    @WithDefault("PT15M")
    Duration lateAfter();

    /** How far the clock of a device may differ from ours; a moment further ahead lies in the future (P). */
    @WithDefault("PT2M")
    Duration clocksApart();
}
