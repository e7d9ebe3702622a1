package health.stillpoint.gateway.upstream;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Future;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Leaves a service alone that does not answer.
 *
 * <pre>
 *   closed --(half of the last 20 calls broken)--> open --(5 s)--> half-open --(2 good calls)--> closed
 *                                                    ^------------(1 broken call)------'
 * </pre>
 * An answer of any status is a good call: a service that says 500 or 503 is there and says why. So is every call that ends for a
 * reason of its caller's or of the gateway's own.
 */
public final class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);
    private static final TypeLiteral<CompletionStage<Object>> STAGE = new TypeLiteral<>() {
    };

    private final Guard guard;
    private final long openForNanos;
    private final AtomicLong openedNanos = new AtomicLong();
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    Circuit(Upstream upstream, GatewayConfig.Breaker config) {
        this.openForNanos = config.openFor().toNanos();
        this.guard = Guard.create()
                .withDescription(upstream.serviceName())
                .withThreadOffload(false)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.window())
                .failureRatio(config.failureRatio())
                .delay(config.openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(config.successes())
                .when(failure -> failure instanceof UpstreamFailure it && it.countsAgainstService())
                .onStateChange(next -> changed(upstream, next))
                .done()
                .build();
    }

    private void changed(Upstream upstream, CircuitBreakerState next) {
        state = next;
        if (next == CircuitBreakerState.OPEN) {
            openedNanos.set(System.nanoTime());
            LOG.warnf("Circuit to %s opened: it does not answer", upstream.serviceName());
        } else {
            LOG.infof("Circuit to %s is %s", upstream.serviceName(), stateName());
        }
    }

    /** Calls unless the circuit is open; then fails at once with {@link UpstreamFailure.Kind#CIRCUIT_OPEN}. */
    @SuppressWarnings("unchecked") // the guard hands back the very stage that the call made
    public <T> Future<T> call(Supplier<Future<T>> call) {
        CompletionStage<T> stage = (CompletionStage<T>) guard.get(
                () -> (CompletionStage<Object>) call.get().toCompletionStage(), STAGE);
        return Future.fromCompletionStage(stage).recover(failure -> Future.failedFuture(plain(failure)));
    }

    private static Throwable plain(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        return cause instanceof CircuitBreakerOpenException
                ? new UpstreamFailure(UpstreamFailure.Kind.CIRCUIT_OPEN, null) : cause;
    }

    /** {@code closed}, {@code open} or {@code half-open}. */
    public String stateName() {
        return switch (state) {
            case CLOSED -> "closed";
            case OPEN -> "open";
            case HALF_OPEN -> "half-open";
        };
    }

    /** Whole seconds until a call is tried again, at least 1. */
    public long retryAfterSeconds() {
        long left = state == CircuitBreakerState.OPEN ? openForNanos - (System.nanoTime() - openedNanos.get()) : 0;
        return Math.max(1, (left + 999_999_999) / 1_000_000_000);
    }
}
