package health.stillpoint.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.upstream.UpstreamFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitTest {

    private final AtomicLong nanos = new AtomicLong(-7); // System.nanoTime may be negative
    private final AtomicInteger made = new AtomicInteger();
    private final Circuit circuit = new Circuit("some-service", new FourCalls(), nanos::get);

    /** Half of four calls opens it for five seconds; two good calls close it. */
    private record FourCalls() implements GatewayConfig.Breaker {
        @Override
        public int window() {
            return 4;
        }

        @Override
        public double failureRatio() {
            return 0.5;
        }

        @Override
        public Duration openFor() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int successes() {
            return 2;
        }
    }

    private void good(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(circuit.call(() -> Future.succeededFuture(made.incrementAndGet())).succeeded()).isTrue();
        }
    }

    private void broken(int times) {
        for (int i = 0; i < times; i++) {
            fail(Kind.BROKEN);
        }
    }

    private Throwable fail(Kind kind) {
        return circuit.call(() -> {
            made.incrementAndGet();
            return Future.failedFuture(new UpstreamFailure(kind, null));
        }).cause();
    }

    private boolean refuses() {
        int before = made.get();
        Throwable cause = circuit.call(() -> Future.succeededFuture(made.incrementAndGet())).cause();
        return cause instanceof UpstreamFailure it && it.kind() == Kind.CIRCUIT_OPEN && made.get() == before;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Nested
    class Closed {

        @Test
        void opensWhenHalfOfTheLastCallsWereBroken() {
            good(2);
            broken(1);
            assertThat(circuit.stateName()).isEqualTo("closed");
            broken(1);
            assertThat(circuit.stateName()).isEqualTo("open");
        }

        @Test
        void waitsForEnoughCalls() {
            broken(3);
            assertThat(circuit.stateName()).isEqualTo("closed");
            good(1);
            assertThat(circuit.stateName()).isEqualTo("open");
        }

        @Test
        void forgetsWhatIsLongAgo() {
            broken(1);
            good(4);
            broken(1);
            good(3);
            broken(1);
            assertThat(circuit.stateName()).isEqualTo("closed");
            broken(1);
            assertThat(circuit.stateName()).isEqualTo("open");
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void countsOnlyWhatTheServiceCausedItself(Kind kind) {
            for (int i = 0; i < 4; i++) {
                assertThat(fail(kind)).isInstanceOfSatisfying(UpstreamFailure.class, it -> assertThat(it.kind()).isEqualTo(kind));
            }
            assertThat(circuit.stateName()).isEqualTo(switch (kind) {
                case UNREACHABLE, TIMEOUT, BROKEN -> "open";
                case CIRCUIT_OPEN, CROWDED -> "closed";
            });
        }
    }

    @Nested
    class Open {

        @Test
        void refusesUntilItsTimeIsOver() {
            broken(4);

            assertThat(refuses()).isTrue();
            assertThat(circuit.retryAfterSeconds()).isEqualTo(5);
            pass(Duration.ofMillis(4_999));
            assertThat(refuses()).isTrue();
            assertThat(circuit.retryAfterSeconds()).isEqualTo(1);
            pass(Duration.ofMillis(1));
            good(1);
            assertThat(circuit.stateName()).isEqualTo("half-open");
        }

        @Test
        void isNotTouchedByCallsThatBeganBefore() {
            List<Promise<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Promise<Integer> answer = Promise.promise();
                slow.add(answer);
                circuit.call(answer::future);
            }
            broken(4);
            pass(Duration.ofSeconds(5));
            good(1);

            slow.getFirst().complete(1);
            slow.getLast().fail(new UpstreamFailure(Kind.BROKEN, null));

            assertThat(circuit.stateName()).isEqualTo("half-open");
        }
    }

    @Nested
    class HalfOpen {

        @Test
        void closesAfterEnoughGoodCallsAndBeginsToCountAnew() {
            broken(4);
            pass(Duration.ofSeconds(5));
            good(2);

            assertThat(circuit.stateName()).isEqualTo("closed");
            broken(3);
            assertThat(circuit.stateName()).isEqualTo("closed");
        }

        @Test
        void opensAgainWithOneBrokenCall() {
            broken(4);
            pass(Duration.ofSeconds(5));
            good(1);
            broken(1);

            assertThat(refuses()).isTrue();
            assertThat(circuit.retryAfterSeconds()).isEqualTo(5);
        }

        @Test
        void triesNoMoreCallsAtATimeThanItNeeds() {
            broken(4);
            pass(Duration.ofSeconds(5));
            circuit.call(() -> Promise.<Integer>promise().future());
            circuit.call(() -> Promise.<Integer>promise().future());

            assertThat(refuses()).isTrue();
        }
    }
}
