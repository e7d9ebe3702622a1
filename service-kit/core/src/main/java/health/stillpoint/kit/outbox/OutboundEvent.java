package health.stillpoint.kit.outbox;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A fact to be told to the other services: ids and codes only, never a name, an answer or free text.
 *
 * @param id made once, with the fact, and kept on every retry; readers know a repeat by it
 * @param type such as {@code thing.changed.v1}: owner, past tense, version
 * @param key facts with the same key are delivered in the order they were committed
 * @param occurredAt clinic time of what happened, UTC
 * @param data the wire record, written as JSON
 */
public record OutboundEvent(UUID id, String type, UUID key, Instant occurredAt, Object data) {

    private static final Pattern TYPE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*\\.v[1-9][0-9]?");

    public OutboundEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(data, "data");
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("An event type is owner.fact.v1, was " + type);
        }
    }

    /** Type and id; the data stays out of logs. */
    @Override
    public String toString() {
        return "OutboundEvent[" + type + " " + id + "]";
    }
}
