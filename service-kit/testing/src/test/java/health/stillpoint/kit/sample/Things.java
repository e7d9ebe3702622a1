package health.stillpoint.kit.sample;

import health.stillpoint.kit.announce.Announcer;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Consumer;

/** The sample's one use case: a thing is made, and its facts are told. */
@ApplicationScoped
public class Things implements Announcer {

    public static final String MADE = "testing.thing-made.v1";

    private final ClinicOperations operations;
    private final EntityManager entities;
    private final Outbox outbox;
    private final ClinicClock clock;

    Things(ClinicOperations operations, EntityManager entities, Outbox outbox, ClinicClock clock) {
        this.operations = operations;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes a thing and tells so many facts about it; {@code last} runs in the same transaction, after them. */
    public UUID make(UUID clinicId, int facts, Consumer<UUID> last) {
        UUID id = UUID.randomUUID();
        return operations.inClinic(clinicId, "sample", "thing.make", () -> {
            ThingEntity thing = new ThingEntity();
            thing.id = id;
            thing.color = "green";
            entities.persist(thing);
            for (int number = 1; number <= facts; number++) {
                outbox.append(made(id, number));
            }
            last.accept(id);
            return id;
        });
    }

    /** Tells one more fact about a thing. */
    public void tell(UUID clinicId, UUID thingId, int number) {
        operations.inClinic(clinicId, "sample", "thing.tell", () -> {
            outbox.append(made(thingId, number));
            return null;
        });
    }

    private OutboundEvent made(UUID id, int number) {
        return new OutboundEvent(UUID.randomUUID(), MADE, id, clock.now(), new ThingMadeV1(id, number));
    }

    @Override
    public void announce(UUID clinicId, Consumer<OutboundEvent> sink) {
        entities.createQuery("from ThingEntity", ThingEntity.class)
                .getResultList()
                .forEach(thing -> sink.accept(made(thing.id, 0)));
    }
}
