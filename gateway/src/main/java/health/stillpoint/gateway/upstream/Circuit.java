package health.stillpoint.gateway.upstream;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import io.vertx.core.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Leaves a service alone that does not answer.
 *
 * <pre>
 *   closed --(half of the last 20 calls broken)--> open --(5 s)--> half-open --(2 good calls)--> closed
 *                                                    ^------------(1 broken call)------'
 * </pre>
 * An answer of any status is a good call: a service that says 500 or 503 is there and says why. A call counts only for the
 * state it was made in, however late it ends.
 */
public final class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);

    private final String service;
    private final int window;
    private final int mostBroken;
    private final long openForNanos;
    private final int successes;
    private final LongSupplier nanoClock;
    private State state;

    /** What the circuit does with calls; each change makes a new one. */
    private sealed interface State {
    }

    /** The outcomes of the last calls, in turn. */
    private static final class Closed implements State {
        private final boolean[] broken;
        private long calls;
        private int brokenCalls;

        Closed(int window) {
            this.broken = new boolean[window];
        }

        /** How many of the last calls were broken; 0 until there were enough to say. */
        int brokenAfter(boolean thisOne) {
            int place = (int) (calls++ % broken.length);
            brokenCalls += (thisOne ? 1 : 0) - (broken[place] ? 1 : 0);
            broken[place] = thisOne;
            return calls < broken.length ? 0 : brokenCalls;
        }
    }

    private record Open(long sinceNanos) implements State {
    }

    private static final class HalfOpen implements State {
        private int tried;
        private int good;

        boolean isGoodEnough(int successes) {
            good++;
            return good >= successes;
        }
    }

    Circuit(Upstream upstream, GatewayConfig.Breaker config) {
        this(upstream.serviceName(), config, System::nanoTime);
    }

    Circuit(String service, GatewayConfig.Breaker config, LongSupplier nanoClock) {
        this.service = service;
        this.window = config.window();
        this.mostBroken = Math.max(1, (int) Math.ceil(config.failureRatio() * window));
        this.openForNanos = config.openFor().toNanos();
        this.successes = config.successes();
        this.nanoClock = nanoClock;
        this.state = new Closed(window);
    }

    /** Calls unless the circuit is open; then fails at once with {@link UpstreamFailure.Kind#CIRCUIT_OPEN}. */
    public <T> Future<T> call(Supplier<Future<T>> call) {
        State madeIn = enter();
        if (madeIn == null) {
            return Future.failedFuture(new UpstreamFailure(UpstreamFailure.Kind.CIRCUIT_OPEN, null));
        }
        return call.get().onComplete(result ->
                ended(madeIn, result.cause() instanceof UpstreamFailure it && it.countsAgainstService()));
    }

    /** The state in which a call may be made; null when it may not. */
    private synchronized State enter() {
        if (state instanceof Open open && nanoClock.getAsLong() - open.sinceNanos() >= openForNanos) {
            become(new HalfOpen());
        }
        return switch (state) {
            case Closed closed -> closed;
            case HalfOpen half when half.tried < successes -> {
                half.tried++;
                yield half;
            }
            case HalfOpen _, Open _ -> null;
        };
    }

    private synchronized void ended(State madeIn, boolean broken) {
        if (madeIn != state) {
            return;
        }
        switch (state) {
            case Closed closed when closed.brokenAfter(broken) >= mostBroken -> become(new Open(nanoClock.getAsLong()));
            case HalfOpen _ when broken -> become(new Open(nanoClock.getAsLong()));
            case HalfOpen half when half.isGoodEnough(successes) -> become(new Closed(window));
            case Closed _, HalfOpen _, Open _ -> { }
        }
    }

    private void become(State next) {
        state = next;
        if (next instanceof Open) {
            LOG.warnf("Circuit to %s opened: it does not answer", service);
        } else {
            LOG.infof("Circuit to %s is %s", service, stateName());
        }
    }

    /** {@code closed}, {@code open} or {@code half-open}. */
    public synchronized String stateName() {
        return switch (state) {
            case Closed _ -> "closed";
            case Open _ -> "open";
            case HalfOpen _ -> "half-open";
        };
    }

    /** Whole seconds until a call is tried again, at least 1. */
    public synchronized long retryAfterSeconds() {
        long left = state instanceof Open open ? openForNanos - (nanoClock.getAsLong() - open.sinceNanos()) : 0;
        return Math.max(1, (left + 999_999_999) / 1_000_000_000);
    }
}
