package health.stillpoint.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What an operator sees of the inbox. */
@ApplicationScoped
class InboxMetrics {

    static final String EVENTS = "stillpoint.inbox.events";
    static final String RETRIES = "stillpoint.inbox.retries";

    private final MeterRegistry registry;

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            registry.counter(EVENTS, "outcome", name(outcome)); // present from the start, so that an alert can watch it
        }
    }

    void count(Outcome outcome) {
        registry.counter(EVENTS, "outcome", name(outcome)).increment();
    }

    void retried() {
        registry.counter(RETRIES).increment();
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
