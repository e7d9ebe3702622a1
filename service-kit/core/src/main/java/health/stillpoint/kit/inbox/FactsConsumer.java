package health.stillpoint.kit.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives batches of facts. The partitions of a batch are worked on side by side, the records of one partition one after
 * the other; the batch is acknowledged, and the next one taken, when all of them have come to an end.
 */
@ApplicationScoped
class FactsConsumer {

    private final FactProcessor processor;
    private final Semaphore connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FactsConsumer(FactProcessor processor, InboxConfig config) {
        this.processor = processor;
        this.connections = new Semaphore(config.parallel());
    }

    @Incoming("facts")
    CompletionStage<Void> on(ConsumerRecords<byte[], byte[]> batch) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return CompletableFuture.allOf(batch.partitions().stream()
                .map(partition -> CompletableFuture.runAsync(() -> work(partition, batch, loader), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void work(TopicPartition partition, ConsumerRecords<byte[], byte[]> batch, ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        connections.acquireUninterruptibly();
        try {
            List<IncomingFact> facts = withoutSupersededHeartbeats(batch.records(partition));
            for (IncomingFact fact : facts) {
                processor.process(fact);
            }
        } catch (InterruptedException e) { // the service stops; the batch stays unacknowledged and comes again
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while facts were being applied", e);
        } finally {
            connections.release();
        }
    }

    /** Only the last heartbeat of a batch says anything; a reader that starts at the first fact meets millions. */
    private static List<IncomingFact> withoutSupersededHeartbeats(List<ConsumerRecord<byte[], byte[]>> records) {
        List<IncomingFact> facts = records.stream().map(IncomingFact::of).toList();
        IncomingFact last = facts.stream()
                .filter(FactDispatcher::isHeartbeat)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return facts.stream()
                .filter(fact -> fact == last || !FactDispatcher.isHeartbeat(fact))
                .toList();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
