package health.stillpoint.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import health.stillpoint.gateway.routing.Upstream;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(ServiceCallsTest.InASecond.class)
class ServiceCallsTest {

    private static final String PATH = "/api/v1/patients/one";
    private static final ServiceCalls.OnBehalf CALLER = new ServiceCalls.OnBehalf("Bearer x", "request-1", "127.0.0.1");

    @Inject
    ServiceCalls calls;

    @Inject
    Vertx vertx;

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** So that the test need not wait for ten. */
    public static class InASecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stillpoint.gateway.timeouts.ordinary", "1s");
        }
    }

    @BeforeEach
    @AfterEach
    void asItWas() {
        World.patient().reset();
    }

    /** Sends pieces of an answer that declares no length and never ends. */
    private void sendsWithoutEnd(FakeService service, Buffer piece, long everyMilliseconds) {
        service.on(PATH, request -> {
            request.connection().closeHandler(_ -> closed.complete(null));
            request.response().setChunked(true).putHeader("Content-Type", "application/json");
            long timer = vertx.setPeriodic(1, everyMilliseconds, _ -> request.response().write(piece));
            request.response().closeHandler(_ -> vertx.cancelTimer(timer));
        });
    }

    private UpstreamFailure.Kind howItFails() {
        Throwable thrown = catchThrowable(() -> calls.get(Upstream.PATIENT, PATH, CALLER).toCompletionStage().toCompletableFuture().join());
        assertThat(thrown).isInstanceOf(CompletionException.class).cause().isInstanceOf(UpstreamFailure.class);
        return ((UpstreamFailure) thrown.getCause()).kind();
    }

    @Test
    void readsNoMoreThanItHolds() {
        sendsWithoutEnd(World.patient(), Buffer.buffer(new byte[1024 * 1024]), 10);

        assertThat(howItFails()).isEqualTo(UpstreamFailure.Kind.TOO_LONG);
        assertThat(new UpstreamFailure(UpstreamFailure.Kind.TOO_LONG, null).countsAgainstService()).isFalse();
        assertThat(closed).succeedsWithin(3, TimeUnit.SECONDS);
    }

    @Test
    void keepsNoConnectionOfACallItWaitsForNoLonger() {
        sendsWithoutEnd(World.patient(), Buffer.buffer(" "), 100);

        assertThat(howItFails()).isEqualTo(UpstreamFailure.Kind.TIMEOUT);
        assertThat(closed).succeedsWithin(3, TimeUnit.SECONDS);
    }
}
