package health.stillpoint.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.kit.outbox.EventHeaders;
import health.stillpoint.kit.outbox.EventPartitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Facts of other services, published by a test, and the facts that the service under test has published. */
public final class Events {

    /** Partitions of every topic of facts. */
    public static final int PARTITIONS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();
    private static Producer<byte[], byte[]> producer;

    private Events() {}

    /** A fact of this type with a new id, in the clinic {@code harbor}, about a new key, happening now. */
    public static Draft fact(String type) {
        return new Draft(type);
    }

    /** The producer's golden example of this type, told of this key: {@code data.<keyField>} becomes the key too. */
    public static Draft example(String type, String keyField, UUID key) {
        return fact(type).data(Contracts.example(type)).key(key).with(keyField, key.toString());
    }

    /** Heartbeats of another service on all partitions of its topic, sent now. */
    public static void heartbeat(String source) {
        heartbeat(source, Instant.now());
    }

    /** Heartbeats of another service on all partitions of {@code <source>.events.v1}. */
    public static void heartbeat(String source, Instant sentAt) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            fact(source + ".heartbeat.v1")
                    .data("{}")
                    .with("source", source)
                    .with("partition", partition)
                    .with("sentAt", sentAt.toString())
                    .without(EventHeaders.CLINIC)
                    .partition(partition)
                    .publishTo(source + ".events.v1");
        }
    }

    /** Sends any record and waits until the broker has it. */
    public static void send(ProducerRecord<byte[], byte[]> message) {
        try {
            producer().send(message).get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    /** Everything on a topic now, the facts of a partition in their order. */
    public static List<Published> on(String topic) {
        return READERS.computeIfAbsent(topic, Reader::new).read();
    }

    /** Waits up to 30 s for a fact. */
    public static Published await(String topic, Predicate<Published> wanted) {
        return Eventually.get(() -> on(topic).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Not on " + topic + " yet")));
    }

    /** Waits up to 30 s for the first fact of this type about this key. */
    public static Published await(String topic, String type, UUID key) {
        return await(topic, fact -> fact.type().equals(type) && key.toString().equals(fact.key()));
    }

    private static synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> config = clientConfig();
            config.put("max.request.size", 16 * 1024 * 1024);
            config.put("acks", "all");
            producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static Map<String, Object> clientConfig() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("bootstrap.servers", Stack.bootstrapServers());
        config.put("enable.metrics.push", false);
        return config;
    }

    /** Reads a topic on from where it was read before. */
    private static final class Reader {

        private final String topic;
        private final List<Published> published = new ArrayList<>();
        private Consumer<byte[], byte[]> consumer;

        Reader(String topic) {
            this.topic = topic;
        }

        synchronized List<Published> read() {
            boolean first = consumer == null;
            if (first) {
                consumer = new KafkaConsumer<>(clientConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            }
            try {
                if (first) {
                    List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                }
                Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    consumer.poll(POLL).forEach(message -> published.add(Published.of(message)));
                }
            } catch (RuntimeException failed) {
                beginAnew();
                throw failed;
            }
            if (consumer.assignment().isEmpty()) {
                beginAnew();
            }
            return List.copyOf(published);
        }

        private void beginAnew() {
            consumer.close();
            consumer = null;
            published.clear();
        }
    }

    /**
     * A fact as it lies on a topic.
     *
     * @param key the patient or thing it is about; null for heartbeats
     * @param data the value as text; null for a tombstone
     */
    public record Published(
            String topic, int partition, long offset, String key, Map<String, String> headers, String data) {

        static Published of(ConsumerRecord<byte[], byte[]> message) {
            Map<String, String> headers = new LinkedHashMap<>();
            message.headers().forEach(header -> headers.put(header.key(), text(header.value())));
            return new Published(
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    text(message.key()),
                    headers,
                    text(message.value()));
        }

        private static String text(byte[] bytes) {
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        /** Its CloudEvents type; empty when it has none. */
        public String type() {
            return headers.getOrDefault(EventHeaders.TYPE, "");
        }

        public UUID id() {
            return UUID.fromString(headers.get(EventHeaders.ID));
        }

        public JsonNode json() {
            return parse(data);
        }
    }

    /** A fact about to be published; a test bends what it wants to see refused. */
    public static final class Draft {

        private final Map<String, String> headers = new LinkedHashMap<>();
        private String key;
        private ObjectNode data = JSON.createObjectNode();
        private byte[] value;
        private boolean raw;
        private Integer partition;

        private Draft(String type) {
            headers.put(EventHeaders.SPEC_VERSION, "1.0");
            headers.put(EventHeaders.ID, UUID.randomUUID().toString());
            headers.put(EventHeaders.SOURCE, "/stillpoint/" + type.split("\\.", 2)[0]);
            headers.put(EventHeaders.TYPE, type);
            headers.put(EventHeaders.TIME, Instant.now().toString());
            headers.put(EventHeaders.RECORDED, Instant.now().toString());
            headers.put(EventHeaders.CLINIC, Stack.clinic("harbor").toString());
            headers.put(EventHeaders.CONTENT_TYPE, "application/json");
            key(UUID.randomUUID());
        }

        /** {@code harbor}, {@code meadow} or a UUID. */
        public Draft clinic(String clinic) {
            UUID known = Stack.clinic(clinic);
            return header(EventHeaders.CLINIC, known == null ? clinic : known.toString());
        }

        public Draft id(UUID id) {
            return header(EventHeaders.ID, id.toString());
        }

        public Draft key(UUID about) {
            key = about.toString();
            return header(EventHeaders.SUBJECT, key);
        }

        public Draft withoutKey() {
            key = null;
            return this;
        }

        public Draft at(Instant occurredAt) {
            return header(EventHeaders.TIME, occurredAt.toString());
        }

        public Draft header(String name, String text) {
            headers.put(name, text);
            return this;
        }

        public Draft without(String header) {
            headers.remove(header);
            return this;
        }

        /** The data as a JSON object. */
        public Draft data(String json) {
            data = (ObjectNode) parse(json);
            return this;
        }

        /** Sets or replaces one field of the data. */
        public Draft with(String field, Object to) {
            data.set(field, JSON.valueToTree(to));
            return this;
        }

        /** Exactly these bytes as the value, null for none, whatever the data. */
        public Draft value(byte[] bytes) {
            value = bytes == null ? null : bytes.clone();
            raw = true;
            return this;
        }

        /** On this partition, whatever the key says. */
        public Draft partition(int number) {
            partition = number;
            return this;
        }

        /** Publishes it and waits until the broker has it. May be called again: the same fact a second time. */
        public Draft publishTo(String topic) {
            int place = partition != null
                    ? partition
                    : key == null ? 0 : EventPartitions.of(UUID.fromString(key), PARTITIONS);
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                    topic, place, key == null || partition != null ? null : utf8(key), raw ? value : utf8(data.toString()));
            headers.forEach((name, text) -> message.headers().add(name, utf8(text)));
            send(message);
            return this;
        }

        public UUID id() {
            return UUID.fromString(headers.get(EventHeaders.ID));
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
