package health.stillpoint.kit.inbox;

import health.stillpoint.kit.outbox.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it came: nothing about it is believed yet. Each accessor refuses what it cannot read. */
record IncomingFact(
        String topic, int partition, long offset, byte[] key, Map<String, String> headers, byte[] value) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.v[0-9]{1,4}");

    static IncomingFact of(ConsumerRecord<byte[], byte[]> source) {
        Map<String, String> headers = new LinkedHashMap<>();
        source.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new IncomingFact(
                source.topic(), source.partition(), source.offset(), source.key(), headers, source.value());
    }

    UUID id() {
        return uuid(EventHeaders.ID);
    }

    UUID clinicId() {
        return uuid(EventHeaders.CLINIC);
    }

    /** Facts are keyed by whom they are about; a heartbeat has no key. */
    UUID keyId() {
        if (key == null) {
            throw new ImpossibleEvent("key missing");
        }
        return uuid("key", new String(key, StandardCharsets.UTF_8));
    }

    String type() {
        if (!"1.0".equals(headers.get(EventHeaders.SPEC_VERSION))) {
            throw new ImpossibleEvent("header " + EventHeaders.SPEC_VERSION + " is not 1.0");
        }
        String type = header(EventHeaders.TYPE);
        if (!TYPE.matcher(type).matches()) {
            throw new ImpossibleEvent("header " + EventHeaders.TYPE + " unreadable");
        }
        return type;
    }

    Instant occurredAt() {
        try {
            return Instant.parse(header(EventHeaders.TIME));
        } catch (DateTimeParseException e) {
            throw new ImpossibleEvent("header " + EventHeaders.TIME + " unreadable");
        }
    }

    /** The value, if there is one of at most this many bytes. */
    byte[] valueUpTo(int largest) {
        if (value == null) {
            throw new ImpossibleEvent("value missing");
        }
        if (value.length > largest) {
            throw new ImpossibleEvent("value of " + value.length + " bytes is larger than " + largest);
        }
        return value;
    }

    private UUID uuid(String header) {
        return uuid("header " + header, header(header));
    }

    private static UUID uuid(String what, String text) {
        try {
            if (text.length() == 36) { // the parser also takes shorter forms
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw new ImpossibleEvent(what + " unreadable");
        }
        throw new ImpossibleEvent(what + " unreadable");
    }

    private String header(String name) {
        String text = headers.get(name);
        if (text == null || text.isBlank()) {
            throw new ImpossibleEvent("header " + name + " missing");
        }
        return text;
    }

    /** Where it lies; without what is in it, so that it may be logged. */
    @Override
    public String toString() {
        return topic + "/" + partition + "@" + offset;
    }
}
