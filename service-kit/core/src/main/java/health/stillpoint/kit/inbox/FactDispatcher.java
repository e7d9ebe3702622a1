package health.stillpoint.kit.inbox;

import health.stillpoint.kit.knowledge.Heartbeats;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outbox.EventHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Applies one record: reads and checks it, then runs all its handlers and notes its id in one transaction. */
@ApplicationScoped
class FactDispatcher {

    private final Handlers handlers;
    private final Heartbeats heartbeats;
    private final ClinicOperations operations;
    private final Inbox inbox;
    private final InboxConfig config;

    FactDispatcher(
            Handlers handlers,
            Heartbeats heartbeats,
            ClinicOperations operations,
            Inbox inbox,
            InboxConfig config) {
        this.handlers = handlers;
        this.heartbeats = heartbeats;
        this.operations = operations;
        this.inbox = inbox;
        this.config = config;
    }

    static boolean isHeartbeat(IncomingFact fact) {
        return fact.headers().getOrDefault(EventHeaders.TYPE, "").endsWith(".heartbeat.v1");
    }

    /**
     * Applies a record.
     *
     * @param within runs in the same transaction as the effect, also when the event is a duplicate
     * @throws ImpossibleEvent when it can never be applied
     */
    Outcome apply(IncomingFact fact, Runnable within) {
        String type = fact.type();
        if (isHeartbeat(fact)) {
            heartbeats.receive(type, fact.partition(), fact.valueUpTo(config.largestValue()));
            within.run();
            return Outcome.APPLIED;
        }
        List<EventHandler<?>> interested = handlers.of(type);
        if (interested.isEmpty()) {
            return Outcome.SKIPPED;
        }
        List<Runnable> effects = interested.stream()
                .map(handler -> handlers.bind(handler, fact, config.largestValue()))
                .toList();
        UUID id = fact.id();
        UUID clinicId = fact.clinicId();
        return operations.inClinic(clinicId, "event", type, () -> {
            within.run();
            if (!inbox.firstSighting(id, clinicId)) {
                return Outcome.DUPLICATE;
            }
            effects.forEach(Runnable::run);
            return Outcome.APPLIED;
        });
    }
}
