package health.stillpoint.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalKafkaTest {

    private static final String TOPIC = "session.events.v1";

    @Test
    void keepsItsLogOverARestart() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().start()) {
            // Given
            publish(kafka, "before");

            // When
            kafka.restart();
            publish(kafka, "after");

            // Then
            assertThat(read(kafka, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void givesATopicThePartitionsTheRelaySpreadsOver() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().start();
                KafkaProducer<String, String> producer = producer(kafka)) {
            producer.send(new ProducerRecord<>(TOPIC, "a patient", "a fact")).get();

            assertThat(producer.partitionsFor(TOPIC)).hasSize(LocalKafka.PARTITIONS);
        }
    }

    private static void publish(LocalKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(kafka)) {
            producer.send(new ProducerRecord<>(TOPIC, "a patient", value)).get();
        }
    }

    private static KafkaProducer<String, String> producer(LocalKafka kafka) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> read(LocalKafka kafka, int count) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, "reader",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<String> values = new ArrayList<>();
        Instant deadline = Instant.now().plusSeconds(30);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (values.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }
}
