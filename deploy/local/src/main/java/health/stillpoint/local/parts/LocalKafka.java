package health.stillpoint.local.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A one-node Kafka broker (KRaft, controller and broker in one) inside this process, on the loopback interface.
 * Its log lives in a directory and survives {@link #stop()} and {@link #start()} as well as the process.
 */
public final class LocalKafka implements AutoCloseable {

    /** Partitions of a topic created by its first use, the number the outbox relay spreads keys over. */
    public static final int PARTITIONS = 8;

    private final Path dataDirectory;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private LocalKafka(Builder options) {
        this.dataDirectory = options.dataDirectory == null ? Directories.temporary("kafka") : options.dataDirectory;
        this.port = options.port == 0 ? Ports.free() : options.port;
        this.controllerPort = options.controllerPort == 0 ? Ports.free() : options.controllerPort;
    }

    /** Starts from a temporary directory and free ports unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** TCP port of the broker's listener. */
    public int port() {
        return port;
    }

    /** Whether the broker has been started and not stopped. */
    public synchronized boolean running() {
        return server != null;
    }

    /** Starts the broker on the same directory and port as before; does nothing when it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        format();
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    /** Stops the broker in order; clients see their connections close. Does nothing when it is stopped. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** Stops and starts again on the same log. */
    public synchronized void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        try {
            Files.createDirectories(dataDirectory);
            if (Files.exists(dataDirectory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
                return;
            }
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(dataDirectory.toString())
                    .setMetadataLogDirectory(dataDirectory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot prepare the broker's directory " + dataDirectory, failed);
        } catch (Exception failed) {
            throw new IllegalStateException("cannot format the broker's directory " + dataDirectory, failed);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        properties.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", dataDirectory.toString());
        properties.put("num.partitions", Integer.toString(PARTITIONS));
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the broker waits for its former self's session to end: 3 s instead of 9.
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        // The default dedupe buffer of 128 MB does not fit the launcher's heap.
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        properties.put("log.cleaner.threads", "1");
        // A power failure costs at most the last second, not what the system happened to hold back.
        properties.put("log.flush.interval.ms", "1000");
        properties.put("log.flush.scheduler.interval.ms", "500");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        return properties;
    }

    /** Options of a broker before it starts. */
    public static final class Builder {
        private Path dataDirectory;
        private int port;
        private int controllerPort;

        private Builder() {}

        /** Where the log is kept; a temporary directory when not set. */
        public Builder dataDirectory(Path directory) {
            this.dataDirectory = directory;
            return this;
        }

        /** Listener port of the clients; 0 takes a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Listener port of the controller; 0 takes a free one. */
        public Builder controllerPort(int number) {
            this.controllerPort = number;
            return this;
        }

        /** Starts the broker and answers when it accepts clients. */
        public LocalKafka start() {
            LocalKafka kafka = new LocalKafka(this);
            if (dataDirectory == null) {
                Directories.endWithProcess(kafka::stop, kafka.dataDirectory);
            }
            kafka.start();
            return kafka;
        }
    }
}
