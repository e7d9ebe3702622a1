package health.stillpoint.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How facts of other services are received; the topics are {@code mp.messaging.incoming.facts.topics}. */
@ConfigMapping(prefix = "stillpoint.inbox")
public interface InboxConfig {

    /** Where records that cannot be applied go; {@code <source>.dead-letter.v1} if absent. */
    Optional<String> deadLetterTopic();

    /** How long the value of a dead letter is kept after it was replayed or dismissed. */
    @WithDefault("P30D")
    Duration deadLetterRetention();

    /** Largest value that is read, in bytes. */
    @WithDefault("524288")
    int largestValue();

    /** Times a handler may fail, other than for want of database or broker, before the record is given up. */
    @WithDefault("3")
    int attempts();

    /** Longest pause between two attempts; the first is 100 ms and each next one twice as long. */
    @WithDefault("PT5S")
    Duration maxBackoff();

    /** Partitions worked on at the same time, each with one database connection. */
    @WithDefault("4")
    int parallel();
}
