package health.stillpoint.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What an operator sees of the relay. */
@ApplicationScoped
public class OutboxMetrics {

    public static final String DEPTH = "stillpoint.outbox.depth";
    public static final String OLDEST_AGE = "stillpoint.outbox.oldest.age";
    public static final String RELAYED = "stillpoint.outbox.relayed";
    public static final String FAILURES = "stillpoint.outbox.failures";

    private final Counter relayed;
    private final Counter failures;
    private volatile long depth;
    private volatile Duration oldestAge = Duration.ZERO;
    private volatile boolean failing;

    OutboxMetrics(MeterRegistry registry) {
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
        failing = false;
    }

    void failed() {
        failures.increment();
        failing = true;
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

    boolean failing() {
        return failing;
    }
}
