package health.stillpoint.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * From the moment a fact was written down in its transaction, just before the commit, to the moment a consumer on the topic
 * has it, at a steady {@value #PER_SECOND} facts a second. Both moments are of one machine's clock.
 */
final class CommitToConsumer {

    static final int PER_SECOND = 100;
    private static final Duration PAUSE = Duration.ofNanos(1_000_000_000L / PER_SECOND);
    private static final Duration LATE = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final String topic;
    private final String type;

    CommitToConsumer(String bootstrapServers, String topic, String type) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.type = type;
    }

    /** Makes facts for so long and answers how long each took to arrive. */
    Latencies measure(Worker maker, Duration time) throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        AtomicReference<Instant> end = new AtomicReference<>(Instant.MAX);
        int wanted = (int) (time.toMillis() * PER_SECOND / 1000);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Latencies> heard = thread.submit(() -> listen(listening, wanted, end));
            listening.await();
            long next = System.nanoTime();
            for (int made = 0; made < wanted; made++) {
                if (!maker.once()) {
                    end.set(Instant.now());
                    throw new BenchFailure("a fact could not be made");
                }
                next += PAUSE.toNanos();
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
            end.set(Instant.now().plus(LATE));
            return heard.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof BenchFailure failure ? failure : new BenchFailure("nobody could listen", failed);
        }
    }

    private Latencies listen(CountDownLatch listening, int wanted, AtomicReference<Instant> end) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 100);
        List<Long> nanoseconds = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            listening.countDown();
            while (nanoseconds.size() < wanted && Instant.now().isBefore(end.get())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (type.equals(header(record, "ce_type"))) {
                        nanoseconds.add(Duration.between(Instant.parse(header(record, "ce_recordedtime")), Instant.now()).toNanos());
                    }
                }
            }
        } finally {
            listening.countDown();
        }
        if (nanoseconds.size() < wanted) {
            throw new BenchFailure("of " + wanted + " facts only " + nanoseconds.size() + " arrived");
        }
        return new Latencies(nanoseconds.stream().mapToLong(Long::longValue).toArray());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
