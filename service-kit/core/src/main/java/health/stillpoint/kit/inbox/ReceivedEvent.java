package health.stillpoint.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact of another service, read and checked.
 *
 * @param id the same on every delivery of the same fact
 * @param clinicId the clinic whose context the handler runs in
 * @param key facts of one key arrive in order
 * @param occurredAt the clinic's time at which it happened (UTC)
 */
public record ReceivedEvent<T>(UUID id, String type, UUID clinicId, UUID key, Instant occurredAt, T data) {

    /** Without the data, so that it may be logged. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
