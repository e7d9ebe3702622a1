package health.stillpoint.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is stored until the relay has published it.
 *
 * @param partition the topic's partition of this key, 0 to {@code stillpoint.events.partitions} - 1
 * @param data the wire JSON
 * @param traceparent the W3C trace context of the operation that caused it; null outside a trace
 */
public record OutboxRow(
        UUID id, String type, UUID key, int partition, Instant occurredAt, String data, String traceparent) {

    /** Largest event in characters of JSON; ids and codes need far less, and a reader refuses more. */
    public static final int LARGEST_EVENT = 256 * 1024;

    /** The row of an event, with the trace context of the calling thread. */
    public static OutboxRow of(OutboundEvent event, int partitions) {
        String data = EventJson.write(event.data());
        if (data.length() > LARGEST_EVENT) {
            throw new IllegalArgumentException("An event of " + data.length() + " characters: " + event.type());
        }
        return new OutboxRow(
                event.id(),
                event.type(),
                event.key(),
                EventPartitions.of(event.key(), partitions),
                event.occurredAt(),
                data,
                currentTraceparent());
    }

    private static String currentTraceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
                : null;
    }
}
