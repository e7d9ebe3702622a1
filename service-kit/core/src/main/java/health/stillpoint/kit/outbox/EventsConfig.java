package health.stillpoint.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The service's own topic and the relay that fills it. */
@ConfigMapping(prefix = "stillpoint.events")
public interface EventsConfig {

    /** Topic this service publishes its facts to, for example {@code thing.events.v1}; empty = it publishes nothing. */
    Optional<String> topic();

    /** Short name of this service in {@code ce_source} and in its heartbeat's type; the topic's first word if absent. */
    Optional<String> source();

    /** {@link #source()}, or what stands for it. */
    default String sourceName() {
        return source().or(() -> topic().map(name -> name.split("\\.", 2)[0])).orElse("service");
    }

    /** Partitions of every topic of facts. Changing it reorders keys: all services must agree. */
    @WithDefault("8")
    int partitions();

    Relay relay();

    Heartbeat heartbeat();

    interface Relay {

        /** False: this process stores events but does not publish them. */
        @WithDefault("true")
        boolean enabled();

        /** Longest wait for a notification before the table is looked at anyway. */
        @WithDefault("PT0.5S")
        Duration poll();

        /** Shortest time from one pass to the next that is not full: what comes meanwhile is sent together. */
        @WithDefault("PT0.01S")
        Duration pace();

        /** Most rows of one pass. */
        @WithDefault("500")
        int batch();

        /** Longest pause after a failure; the first is 100 ms and each next one twice as long. */
        @WithDefault("PT5S")
        Duration maxBackoff();

        /** How long the broker may take to acknowledge a batch before it is sent again. */
        @WithDefault("PT15S")
        Duration ackTimeout();
    }

    interface Heartbeat {

        /** Time between two heartbeats of a partition; zero = none. */
        @WithDefault("PT5S")
        Duration every();
    }
}
