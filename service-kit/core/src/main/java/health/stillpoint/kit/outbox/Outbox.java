package health.stillpoint.kit.outbox;

import health.stillpoint.kit.operation.Operation;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the events of the running operation; they commit with it and a relay sends them afterwards. */
@ApplicationScoped
public class Outbox {

    /** Appends a fact; facts of one operation with the same key keep this order. */
    public void append(OutboundEvent event) {
        Operation.current().append(event);
    }
}
