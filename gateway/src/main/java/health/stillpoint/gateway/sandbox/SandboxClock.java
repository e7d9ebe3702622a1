package health.stillpoint.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.gateway.sandbox.ClockMove.Offsets;
import health.stillpoint.gateway.upstream.ServiceCalls;
import health.stillpoint.gateway.upstream.ServiceCalls.Answer;
import health.stillpoint.gateway.upstream.ServiceCalls.OnBehalf;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** The clock of a sandbox clinic: one movement, followed by all three services or reported as not done. */
@ApplicationScoped
class SandboxClock {

    private static final String PATH = "/api/v1/sandbox/clock";
    private static final String OFFSET = "offsetSeconds";

    private final ServiceCalls services;
    private final InstantSource clock;

    SandboxClock(ServiceCalls services) {
        this.services = services;
        this.clock = InstantSource.system();
    }

    /** Where the clock stands. */
    ClockView read(OnBehalf caller) {
        return view(offsets(caller));
    }

    /** Moves the clock; when a service does not follow, the same move may be sent again. */
    ClockView move(ClockMove move, OnBehalf caller) {
        Offsets before = offsets(caller);
        long target = move.target(before, clock.instant());
        JsonNode body = JsonNodeFactory.instance.objectNode().put(OFFSET, target);
        Map<Upstream, Long> after = each("did not follow", upstream -> services.put(upstream, PATH, body, caller));
        return view(new Offsets(after));
    }

    private ClockView view(Offsets offsets) {
        return ClockView.of(offsets, clock.instant());
    }

    private Offsets offsets(OnBehalf caller) {
        return new Offsets(each("did not say where its clock stands", upstream -> services.get(upstream, PATH, caller)));
    }

    /** Asks all three at once and answers when all did; a refusal is passed on, silence is named. */
    private Map<Upstream, Long> each(String failing, Function<Upstream, Future<Answer>> call) {
        Map<Upstream, Future<Answer>> asked = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            asked.put(upstream, call.apply(upstream));
        }
        Map<Upstream, Long> offsets = new EnumMap<>(Upstream.class);
        List<String> silent = new ArrayList<>();
        List<Answer> refusals = new ArrayList<>();
        asked.forEach((upstream, future) -> {
            Answer answer = await(future);
            if (answer == null || answer.status() >= 500 || answer.status() < 300 && !answer.body().has(OFFSET)) {
                silent.add(upstream.serviceName());
            } else if (answer.status() >= 300) {
                refusals.add(answer);
            } else {
                offsets.put(upstream, answer.body().get(OFFSET).asLong());
            }
        });
        if (!silent.isEmpty()) {
            throw new ProblemException(Problem.of(503, "clock-not-moved", "The clock does not stand the same everywhere")
                    .detail("A service " + failing + "; send the same request again.")
                    .with("services", silent));
        }
        if (!refusals.isEmpty()) {
            throw refused(refusals.getFirst());
        }
        return offsets;
    }

    private static ProblemException refused(Answer answer) {
        JsonNode said = answer.body();
        return new ProblemException(Problem.of(answer.status(), said.path("code").asText("refused"),
                said.path("title").asText("Refused")));
    }

    private static Answer await(Future<Answer> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException _) {
            return null; // Named in the answer as a service that did not follow.
        }
    }
}
