package health.stillpoint.kit.paging;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How cursors are signed. */
@ConfigMapping(prefix = "stillpoint.paging")
public interface CursorConfig {

    /**
     * Secret shared by the replicas of a service. Without one it is derived from the password of the service's database
     * role, so that replicas agree without a further secret.
     */
    Optional<String> secret();
}
