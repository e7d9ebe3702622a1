package health.stillpoint.kit.inbox;

import health.stillpoint.kit.outage.Outage;
import health.stillpoint.kit.outage.RootCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sees one record through to an end: applied, or among the dead letters. What passes by itself (a database or broker that
 * is away, a lock) is waited for without limit, since the next facts of the partition must not overtake this one.
 */
@ApplicationScoped
class FactProcessor {

    private static final Logger LOG = Logger.getLogger(FactProcessor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final FactDispatcher dispatcher;
    private final DeadLetters deadLetters;
    private final InboxConfig config;
    private final InboxMetrics metrics;
    private final OpenDeadLetters open;
    private final Outage outage = new Outage("Applying facts", LOG);

    FactProcessor(
            FactDispatcher dispatcher,
            DeadLetters deadLetters,
            InboxConfig config,
            InboxMetrics metrics,
            OpenDeadLetters open) {
        this.dispatcher = dispatcher;
        this.deadLetters = deadLetters;
        this.config = config;
        this.metrics = metrics;
        this.open = open;
    }

    void process(IncomingFact fact) throws InterruptedException {
        Pauses pauses = new Pauses();
        int attempts = 0;
        while (true) {
            try {
                metrics.count(dispatcher.apply(fact, () -> {}));
                pauses.over();
                return;
            } catch (ImpossibleEvent e) {
                pauses.over();
                bury(fact, e.getMessage(), null);
                return;
            } catch (Throwable e) { // an Error of a handler must not stop the partition either
                if (Failures.isTransient(e)) {
                    pauses.waitFor(fact, e);
                } else if (++attempts >= config.attempts()) {
                    pauses.over();
                    bury(fact, "failed " + attempts + " times", RootCause.describe(e));
                    return;
                } else {
                    LOG.warnf("Fact %s waits %s after %s", fact, pauses.next, RootCause.describe(e));
                    pauses.pause();
                }
            }
        }
    }

    private void bury(IncomingFact fact, String reason, String errorClass) throws InterruptedException {
        LOG.errorf("Fact %s goes to the dead letters: %s %s", fact, reason, errorClass == null ? "" : errorClass);
        Pauses pauses = new Pauses();
        while (true) {
            try {
                deadLetters.bury(fact, reason, errorClass);
                metrics.count(Outcome.DEAD_LETTER);
                open.measure();
                pauses.over();
                return;
            } catch (RuntimeException e) {
                pauses.waitFor(fact, e);
            }
        }
    }

    private final class Pauses {

        private Duration next = FIRST_PAUSE;
        private boolean outside;

        /** What is away is told for all facts together, not by each of them at each attempt. */
        void waitFor(IncomingFact fact, Throwable failure) throws InterruptedException {
            outage.failed(fact + " waits after " + RootCause.describe(failure));
            outside = true;
            pause();
        }

        void over() {
            if (outside) {
                outage.worked();
            }
        }

        void pause() throws InterruptedException {
            metrics.retried();
            Thread.sleep(next);
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(config.maxBackoff()) > 0 ? config.maxBackoff() : doubled;
        }
    }
}
