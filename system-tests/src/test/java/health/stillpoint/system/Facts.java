package health.stillpoint.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The third witness: what stands on the topics. */
final class Facts {

    static final List<String> TOPICS = List.of("patient.events.v1", "session.events.v1", "outcome.events.v1");

    private Facts() {}

    /** One record of a topic. */
    record Fact(String topic, int partition, long offset, String key, UUID id, String type, String clinic, byte[] value,
            Iterable<Header> headers) {

        String text() {
            return new String(value, StandardCharsets.UTF_8);
        }

        boolean isHeartbeat() {
            return type.contains(".heartbeat.");
        }
    }

    /** All that stands on a topic now, from its beginning, partition by partition in order. */
    static List<Fact> on(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SystemStack.running().kafka().bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Fact> facts = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> facts.add(fact(record)));
            }
            return facts;
        }
    }

    /** The distinct facts of a type: a fact sent twice counts once. */
    static Map<UUID, Fact> distinct(String type) {
        String topic = type.substring(0, type.indexOf('.')) + ".events.v1";
        return on(topic).stream()
                .filter(fact -> fact.type().equals(type))
                .collect(Collectors.toMap(Fact::id, fact -> fact, (first, again) -> first));
    }

    /** Sends records once more, just as they are and in their order. */
    static void sendAgain(List<Fact> facts) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SystemStack.running().kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = facts.stream().map(fact -> producer.send(
                    new ProducerRecord<>(fact.topic(), fact.partition(), fact.key(), fact.value(), fact.headers()))).toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Fact fact(ConsumerRecord<String, byte[]> record) {
        return new Fact(record.topic(), record.partition(), record.offset(), record.key(),
                UUID.fromString(header(record, "ce_id")), header(record, "ce_type"), header(record, "ce_clinicid"),
                record.value(), record.headers());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
