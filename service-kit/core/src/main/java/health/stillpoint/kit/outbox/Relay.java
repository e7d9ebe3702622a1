package health.stillpoint.kit.outbox;

import health.stillpoint.kit.outbox.OutboxMetrics.Need;
import health.stillpoint.kit.outbox.OutboxTable.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * One relay: publishes stored events in the order of their numbers within each partition, and deletes them once the
 * broker has them. Any number of relays may run on one outbox; at any time a partition is worked on by one of them.
 *
 * <pre>
 *   lock free partitions -> read the oldest rows -> send all -> await every acknowledgment -> delete -> commit
 *        ^                                                                 | anything failed
 *        +------------ pause, new connection, new producer <---------------+
 * </pre>
 *
 * <p>A failure leaves the rows where they are. They are then sent once more from the oldest on, so an event may be seen
 * twice but is never missed, and its first delivery never overtakes an earlier one of its key.
 */
public final class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final long MEASURE_EVERY = Duration.ofSeconds(2).toNanos();

    private final EventsConfig config;
    private final Sources sources;
    private final OutboxMetrics metrics;
    private volatile boolean stopped;
    private Duration pause = FIRST_PAUSE;
    private long lastHeartbeat;
    private long lastMeasured;
    private boolean topicsEnsured;

    /** What a relay opens anew after each failure. */
    public interface Sources {

        /** A connection of the relay role, auto-commit off. */
        Connection connection() throws SQLException;

        Producer<byte[], byte[]> producer();

        /** Makes sure that the topics exist; throws {@link KafkaException} when the broker cannot be asked. */
        void topics();
    }

    public Relay(EventsConfig config, Sources sources, OutboxMetrics metrics) {
        this.config = config;
        this.sources = sources;
        this.metrics = metrics;
        this.lastHeartbeat = System.nanoTime() - config.heartbeat().every().toNanos();
        this.lastMeasured = System.nanoTime() - MEASURE_EVERY;
    }

    /** Ends {@link #run()} after the pass it is in. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped && !Thread.currentThread().isInterrupted()) {
            try {
                relayUntilFailure();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException | RuntimeException | ExecutionException | TimeoutException | Error e) {
                recover(e); // of an Error too: facts of all clinics would wait for the next start
            }
        }
    }

    private void relayUntilFailure() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (Connection connection = sources.connection()) {
            prepare(connection);
            measure(connection);
            metrics.worked(Need.DATABASE);
            ensureTopics();
            Producer<byte[], byte[]> producer = sources.producer();
            try {
                while (!stopped) {
                    beat(connection);
                    measure(connection);
                    long begun = System.nanoTime();
                    int sent = pass(connection, producer);
                    if (sent < config.relay().batch()) {
                        if (sent > 0) {
                            keepPace(begun);
                        }
                        awaitNews(connection);
                    }
                }
            } finally {
                producer.close(Duration.ZERO); // what is still under way is sent again by whoever is next
            }
        }
    }

    /** Once, and again whenever the broker was away: it answers then, even if there is nothing to publish. */
    private void ensureTopics() {
        if (!topicsEnsured) {
            sources.topics();
            topicsEnsured = true;
            metrics.worked(Need.KAFKA);
        }
    }

    private void prepare(Connection connection) throws SQLException {
        long longestPass = config.relay().ackTimeout().plusSeconds(10).toMillis();
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen outbox");
            // A relay that was paused with its locks held must not hold up the others.
            statement.execute("set idle_in_transaction_session_timeout = " + longestPass);
        }
        connection.commit();
    }

    private int pass(Connection connection, Producer<byte[], byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        OutboxTable outbox = new OutboxTable(connection);
        List<Integer> locked = outbox.lockPartitions(config.partitions());
        List<Stored> batch =
                outbox.oldest(locked, config.relay().batch(), config.topic().orElse(null));
        if (!batch.isEmpty()) {
            send(batch, producer);
            outbox.delete(batch);
        }
        connection.commit();
        metrics.relayed(batch.size());
        pause = FIRST_PAUSE;
        return batch.size();
    }

    private void send(List<Stored> batch, Producer<byte[], byte[]> producer)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> acknowledgments = new ArrayList<>(batch.size());
        for (Stored stored : batch) {
            Future<RecordMetadata> acknowledgment = producer.send(stored.message());
            if (acknowledgment.isDone()) {
                acknowledgment.get(); // a broker nobody finds is known at the first record, not waited for at each
            }
            acknowledgments.add(acknowledgment);
        }
        long until = System.nanoTime() + config.relay().ackTimeout().toNanos();
        for (Future<RecordMetadata> acknowledgment : acknowledgments) {
            acknowledgment.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void beat(Connection connection) throws SQLException {
        long every = config.heartbeat().every().toNanos();
        if (every > 0 && config.topic().isPresent() && System.nanoTime() - lastHeartbeat >= every) {
            new OutboxTable(connection).addHeartbeats(config.sourceName(), config.partitions());
            connection.commit();
            lastHeartbeat = System.nanoTime();
        }
    }

    private void measure(Connection connection) throws SQLException {
        if (System.nanoTime() - lastMeasured >= MEASURE_EVERY) {
            new OutboxTable(connection).measure(metrics);
            connection.commit();
            lastMeasured = System.nanoTime();
        }
    }

    /** A pass costs nearly the same for one row as for twenty, so those of a busy service are not sent one by one. */
    private void keepPace(long begun) throws InterruptedException {
        long left = config.relay().pace().toNanos() - (System.nanoTime() - begun);
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    /** Waits for a notification; looks anyway after the poll time, since a notification can be missed while reconnecting. */
    private void awaitNews(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class)
                .getNotifications((int) Math.max(1, config.relay().poll().toMillis()));
    }

    private void recover(Throwable failure) {
        Need need = Need.of(failure);
        metrics.failed(need, failure);
        if (need == Need.KAFKA) {
            topicsEnsured = false;
        }
        LOG.debugf(failure, "The outbox relay pauses for %s", pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.relay().maxBackoff()) > 0 ? config.relay().maxBackoff() : doubled;
    }
}
