package health.stillpoint.kit.knowledge;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How old this service's picture of another service is. Each owner sends a heartbeat down every partition of its topic,
 * behind all earlier facts of that partition; once it has arrived, everything before it has been applied.
 */
public interface Knowledge {

    /** The age of a picture of which at least one partition was never seen; longer than any limit. */
    Duration NEVER = ChronoUnit.FOREVER.getDuration();

    /**
     * Time since the oldest partition's last heartbeat was sent; real time, also in a sandbox clinic.
     *
     * @param source the owner's short name, the first word of its topic
     * @return zero or more; {@link #NEVER} unless every partition has been seen
     */
    Duration ageOf(String source);
}
