package health.stillpoint.kit.sample;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Counts the facts about a part. */
@ApplicationScoped
class Parts implements EventHandler<PartMadeV1> {

    static final String MADE = "maker.part-made.v1";

    private final EntityManager entities;
    private final Trouble trouble;

    Parts(EntityManager entities, Trouble trouble) {
        this.entities = entities;
        this.trouble = trouble;
    }

    @Override
    public String type() {
        return MADE;
    }

    @Override
    public Class<PartMadeV1> dataType() {
        return PartMadeV1.class;
    }

    @Override
    public void on(ReceivedEvent<PartMadeV1> event) {
        PartEntity found = entities.find(PartEntity.class, event.data().partId());
        PartEntity part = found == null ? new PartEntity() : found;
        if (event.data().number() < part.number) {
            throw new ImpossibleEvent("facts of a part out of order");
        }
        part.id = event.data().partId();
        part.number = event.data().number();
        part.effects++;
        part.occurredAt = event.occurredAt();
        if (found == null) {
            entities.persist(part);
        }
        entities.flush();
        trouble.strike(event.data().partId());
    }
}
