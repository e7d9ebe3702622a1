package health.stillpoint.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is accepted over HTTP, in the gateway and behind it. */
@ConfigMapping(prefix = "stillpoint.http")
public interface HttpConfig {

    /** Longest request body, bytes, counted as it arrives. A batch of 500 readings has less than a third of it. */
    @WithDefault("1048576")
    int maxBodyBytes();
}
