package health.stillpoint.kit.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it is stored until the relay has published it: a CloudEvent in Kafka's binary mode.
 *
 * @param partition the topic's partition of this key, 0 to {@code stillpoint.events.partitions} - 1
 * @param headers a JSON object of all record headers, name to text
 * @param payload the wire JSON of the data
 */
public record OutboxRow(UUID eventId, String type, UUID key, int partition, String headers, String payload) {

    /** Largest event in characters of JSON; ids and codes need far less, and a reader refuses more. */
    public static final int LARGEST_EVENT = 256 * 1024;

    /**
     * The row of an event, with the trace context of the calling thread.
     *
     * @param source the publishing service's short name
     * @param recordedAt real time at which the fact is stored (UTC)
     */
    public static OutboxRow of(OutboundEvent event, UUID clinicId, String source, int partitions, Instant recordedAt) {
        return of(event, clinicId, source, partitions, recordedAt, "");
    }

    /**
     * The same for a caller whose trace we pass on without taking part in it.
     *
     * @param traceparent the caller's W3C trace context, an empty text when there is none
     */
    public static OutboxRow of(
            OutboundEvent event, UUID clinicId, String source, int partitions, Instant recordedAt, String traceparent) {
        String payload = EventJson.write(event.data());
        if (payload.length() > LARGEST_EVENT) {
            throw new IllegalArgumentException("An event of " + payload.length() + " characters: " + event.type());
        }
        Map<String, String> headers =
                headers(event.id(), event.type(), source, event.key().toString(), event.occurredAt(), recordedAt);
        headers.put(EventHeaders.CLINIC, clinicId.toString());
        if (!traceparent.isEmpty()) {
            headers.putIfAbsent(EventHeaders.TRACE, traceparent);
        }
        int partition = EventPartitions.of(event.key(), partitions);
        return new OutboxRow(event.id(), event.type(), event.key(), partition, EventJson.write(headers), payload);
    }

    /** The headers that every record has, in the order of the CloudEvents specification. */
    static Map<String, String> headers(
            UUID id, String type, String source, String subject, Instant occurredAt, Instant recordedAt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, id.toString());
        headers.put(EventHeaders.SOURCE, "/stillpoint/" + source);
        headers.put(EventHeaders.TYPE, type);
        headers.put(EventHeaders.SUBJECT, subject);
        headers.put(EventHeaders.TIME, occurredAt.toString());
        headers.put(EventHeaders.RECORDED, recordedAt.toString());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            headers.put(EventHeaders.TRACE, traceparent(span));
        }
        return headers;
    }

    private static String traceparent(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex();
    }
}
