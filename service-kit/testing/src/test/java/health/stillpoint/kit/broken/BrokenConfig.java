package health.stillpoint.kit.broken;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** A setting that bears a constraint, which no setting may. */
@ConfigMapping(prefix = "stillpoint.broken")
public interface BrokenConfig {

    @WithDefault("1")
    @Min(1)
    int number();
}
