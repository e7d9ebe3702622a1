package health.stillpoint.kit.outbox;

import health.stillpoint.kit.inbox.InboxConfig;
import health.stillpoint.kit.tenancy.RelayConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;

/** Runs this process's {@link Relay} from start to shutdown. Neither start nor liveness waits for the broker. */
@ApplicationScoped
public class OutboxRelay implements Relay.Sources {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EventsConfig config;
    private final RelayConnections connections;
    private final KafkaClients clients;
    private final OutboxMetrics metrics;
    private final Topics topics;
    private Relay relay;
    private Thread thread;

    OutboxRelay(
            EventsConfig config,
            InboxConfig inbox,
            RelayConnections connections,
            KafkaClients clients,
            OutboxMetrics metrics) {
        this.config = config;
        this.connections = connections;
        this.clients = clients;
        this.metrics = metrics;
        this.topics = new Topics(clients, wanted(config, inbox));
    }

    private static List<NewTopic> wanted(EventsConfig config, InboxConfig inbox) {
        List<NewTopic> wanted = new ArrayList<>();
        config.topic().ifPresent(topic -> wanted.add(Topics.ofFacts(topic, config.partitions())));
        wanted.add(Topics.ofDeadLetters(inbox.deadLetterTopic().orElse(config.sourceName() + ".dead-letter.v1")));
        return wanted;
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().enabled()) {
            relay = new Relay(config, this, metrics);
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(relay);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (relay != null) {
            relay.stop();
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
        }
    }

    @Override
    public Connection connection() throws SQLException {
        return connections.open();
    }

    @Override
    public Producer<byte[], byte[]> producer() {
        return clients.orderedProducer();
    }

    @Override
    public void topics() {
        topics.ensure();
    }
}
