package health.stillpoint.kit.audit;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outage.Outage;
import health.stillpoint.kit.outbox.EventHeaders;
import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.tenancy.RelayConnections;
import health.stillpoint.kit.time.RealTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Moves committed audit rows into their clinic's chain, in the order they were numbered, and says now and then outside the
 * database where each chain stands. Any number of replicas may run it; one at a time works on a chain.
 */
@ApplicationScoped
public class AuditSealer implements Runnable {

    /** Gauge: age of the oldest row that is not in its chain, in seconds. More than 5 is an alarm. */
    public static final String UNSEALED_SECONDS = "stillpoint.audit.unsealed.seconds";

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final AuditConfig config;
    private final EventsConfig events;
    private final RelayConnections connections;
    private final CheckpointKey key;
    private final Outage outage = new Outage("Sealing the audit trail", LOG);
    private volatile double unsealedSeconds;
    private volatile boolean stopped;
    private Instant nextCheckpoint = Instant.MIN;
    private Thread thread;

    AuditSealer(AuditConfig config, EventsConfig events, RelayConnections connections, CheckpointKey key,
            MeterRegistry meters) {
        this.config = config;
        this.events = events;
        this.connections = connections;
        this.key = key;
        Gauge.builder(UNSEALED_SECONDS, this, sealer -> sealer.unsealedSeconds).register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (config.sealing()) {
            nextCheckpoint = RealTime.now().plus(config.checkpointEvery());
            thread = Thread.ofPlatform().daemon().name("audit-sealer").start(this);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(FAREWELL);
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            Duration pause = config.sealEvery();
            try {
                round();
                outage.worked();
            } catch (SQLException | RuntimeException e) {
                outage.failed(Faults.describe(e));
                pause = PAUSE;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round() throws SQLException {
        sealAll();
        if (!RealTime.now().isBefore(nextCheckpoint)) {
            checkpointAll();
            nextCheckpoint = RealTime.now().plus(config.checkpointEvery());
        }
    }

    /** Seals everything that was committed by now. */
    public void sealAll() throws SQLException {
        try (Connection connection = connections.borrow()) {
            AuditChain chain = new AuditChain(connection);
            for (UUID clinic : chain.waiting()) {
                connection.commit();
                while (sealSome(connection, chain, clinic) == config.sealBatch()) {
                    connection.commit();
                }
            }
            unsealedSeconds = chain.oldestWaitingSeconds();
            connection.commit();
        }
    }

    private int sealSome(Connection connection, AuditChain chain, UUID clinic) throws SQLException {
        try {
            int sealed = chain.lock(clinic) ? chain.seal(clinic, config.sealBatch()) : 0;
            connection.commit();
            return sealed;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Writes a checkpoint for every chain that has grown. */
    public void checkpointAll() throws SQLException {
        try (Connection connection = connections.borrow()) {
            AuditChain chain = new AuditChain(connection);
            for (UUID clinic : chain.grown()) {
                connection.commit();
                checkpoint(connection, chain, clinic);
            }
            connection.commit();
        }
    }

    private void checkpoint(Connection connection, AuditChain chain, UUID clinic) throws SQLException {
        try {
            if (chain.lock(clinic)) {
                AuditChain.Head head = chain.head(clinic);
                Instant now = RealTime.now();
                AuditCheckpoint checkpoint = new AuditCheckpoint(clinic, events.sourceName(), head.position(), head.hash(),
                        AuditEvent.text(now), "none", null).signed(key);
                UUID id = Ids.next();
                chain.keep(checkpoint, now, events.sourceName() + ".audit-checkpoints.v1",
                        EventJson.write(headers(checkpoint, id, now)), EventJson.write(checkpoint), id);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private static Map<String, String> headers(AuditCheckpoint checkpoint, UUID id, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.SPEC_VERSION, "1.0");
        headers.put(EventHeaders.ID, id.toString());
        headers.put(EventHeaders.SOURCE, "/stillpoint/" + checkpoint.service());
        headers.put(EventHeaders.TYPE, checkpoint.service() + ".audit-checkpoint.v1");
        headers.put(EventHeaders.SUBJECT, checkpoint.clinicId().toString());
        headers.put(EventHeaders.TIME, now.toString());
        headers.put(EventHeaders.RECORDED, now.toString());
        headers.put(EventHeaders.CLINIC, checkpoint.clinicId().toString());
        headers.put(EventHeaders.CONTENT_TYPE, "application/json");
        return headers;
    }
}
