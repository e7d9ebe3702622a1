package health.stillpoint.kit.operation;

import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.tenancy.RelayConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Wakes the relays after a commit with {@code NOTIFY outbox}.
 *
 * <p>Not in the business transaction: PostgreSQL lets only one transaction that notifies commit at a time, which would put
 * every writer of the service in one line. Rings that come while one is under way, or within the relay's pace, become one. A ring that is lost with
 * its process costs the relay's poll time, never an event.
 */
@ApplicationScoped
class OutboxBell implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutboxBell.class);
    private static final long PAUSE_MILLISECONDS = 1000;

    private final RelayConnections connections;
    private final EventsConfig config;
    private final Semaphore rings = new Semaphore(0);
    private volatile Thread thread;

    OutboxBell(RelayConnections connections, EventsConfig config) {
        this.connections = connections;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("outbox-bell").start(this);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Says that something was committed. */
    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                notifyUntilFailure();
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notifyUntilFailure() throws InterruptedException {
        rings.acquire();
        try (Connection connection = connections.open(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            do {
                rings.drainPermits();
                statement.execute("notify outbox");
                Thread.sleep(config.relay().pace());
                rings.acquire();
            } while (!Thread.currentThread().isInterrupted());
        } catch (SQLException e) {
            LOG.debugf("The relays are not notified at the moment: %s", e.getSQLState());
        }
    }
}
