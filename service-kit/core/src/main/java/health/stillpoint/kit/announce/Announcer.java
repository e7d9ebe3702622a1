package health.stillpoint.kit.announce;

import health.stillpoint.kit.outbox.OutboundEvent;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the present state of what a service owns once more, so that a reader can rebuild its picture. Called in a
 * transaction in the clinic's context by {@code POST /q/re-announce}.
 */
public interface Announcer {

    /** Hands every fact that still holds to the sink, oldest first for each key. */
    void announce(UUID clinicId, Consumer<OutboundEvent> sink);
}
