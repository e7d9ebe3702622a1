package health.stillpoint.kit.broken.domain;

import health.stillpoint.kit.broken.BrokenResource;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Breaks every rule of the house once; no bean. */
public class BrokenRule {

    private static final Logger LOG = Logger.getLogger(BrokenResource.PATH);

    Instant now() {
        Instant now = Instant.now();
        System.out.println(now);
        LOG.info(now);
        return now;
    }
}
