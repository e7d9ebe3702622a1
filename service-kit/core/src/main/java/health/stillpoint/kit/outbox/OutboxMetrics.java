package health.stillpoint.kit.outbox;

import health.stillpoint.kit.outage.Outage;
import health.stillpoint.kit.outage.RootCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** What an operator sees of the relay. */
@ApplicationScoped
public class OutboxMetrics {

    public static final String DEPTH = "stillpoint.outbox.depth";
    public static final String OLDEST_AGE = "stillpoint.outbox.oldest.age";
    public static final String RELAYED = "stillpoint.outbox.relayed";
    public static final String FAILURES = "stillpoint.outbox.failures";

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Counter relayed;
    private final Counter failures;
    private volatile long depth;
    private volatile Duration oldestAge = Duration.ZERO;
    private final Map<Need, Outage> outages = new EnumMap<>(Need.class);

    /** What the relay cannot do without. */
    enum Need {
        KAFKA("Publishing events to Kafka"),
        DATABASE("Reading events from the database"),
        /** Its own code: neither of the others is to blame. */
        RELAY("Relaying events");

        private final String work;

        Need(String work) {
            this.work = work;
        }

        /** Which of them a failure speaks of. */
        static Need of(Throwable failure) {
            return RootCause.causes(failure).map(Need::direct).flatMap(Optional::stream).findFirst().orElse(RELAY);
        }

        private static Optional<Need> direct(Throwable cause) {
            return switch (cause) {
                case SQLException _ -> Optional.of(DATABASE);
                case KafkaException _ -> Optional.of(KAFKA);
                case TimeoutException _ -> Optional.of(KAFKA);
                default -> Optional.empty();
            };
        }
    }

    OutboxMetrics(MeterRegistry registry) {
        for (Need need : Need.values()) {
            outages.put(need, new Outage(need.work, LOG));
        }
        relayed = Counter.builder(RELAYED).description("Events published").register(registry);
        failures = Counter.builder(FAILURES).description("Passes that were given up and repeated").register(registry);
        Gauge.builder(DEPTH, () -> depth).description("Events not yet published").register(registry);
        Gauge.builder(OLDEST_AGE, () -> oldestAge.toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest event not yet published")
                .register(registry);
    }

    void relayed(int events) {
        relayed.increment(events);
        worked(Need.RELAY);
        if (events > 0) {
            worked(Need.KAFKA);
        }
    }

    void failed(Need need, Throwable failure) {
        failures.increment();
        outages.get(need).failed(RootCause.describe(failure));
    }

    void worked(Need need) {
        outages.get(need).worked();
    }

    void standsAt(long waiting, Duration oldest) {
        depth = waiting;
        oldestAge = oldest;
    }

    long depth() {
        return depth;
    }

    Duration oldestAge() {
        return oldestAge;
    }

    /** What is away, and since when. */
    Map<Need, Instant> away() {
        Map<Need, Instant> away = new EnumMap<>(Need.class);
        outages.forEach((need, outage) -> outage.since().ifPresent(since -> away.put(need, since)));
        return away;
    }
}
