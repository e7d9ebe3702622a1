package health.stillpoint.kit.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.kit.http.JsonAnswer;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Problems;
import io.quarkus.arc.ArcInvocationContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Runs a resource method as an operation. Inside the checks of roles and values, so that neither costs a transaction.
 *
 * <p>What another one wrote between a read and its write rolls everything back, and the method runs anew on what is recorded by
 * then: whether the caller's {@code If-Match} is old is told by the caller's own record alone.
 */
@ClinicOperation
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
public class ClinicOperationInterceptor {

    /** Ours: a method that loses this often is not helped by haste. */
    private static final int MOST_ATTEMPTS = 4;
    /** Ours: between two attempts, different for each, so that those who met do not meet again. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.LINK, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final ClinicOperations operations;
    private final ObjectMapper mapper;

    ClinicOperationInterceptor(ClinicOperations operations, ObjectMapper mapper) {
        this.operations = operations;
        this.mapper = mapper;
    }

    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || Operation.isRunning()) {
            return invocation.proceed();
        }
        ClinicOperation binding = ArcInvocationContext.findIterceptorBinding(invocation, ClinicOperation.class);
        RoutingContext context = request.unwrap(RoutingContext.class);
        SecurityIdentity identity = Requests.identity(context).orElseThrow(() -> Problems.unauthenticated().toException());
        UUID clinicId = Requests.clinic(identity).orElseThrow(
                () -> Problem.of(403, "no-clinic", "The token names no clinic").toException());
        Actor actor = Requests.actor(context, identity);
        boolean safe = isSafe(context.request());
        IdempotentCall call = safe ? null : call(binding, request, context, actor);
        for (int attempt = 1; ; attempt++) {
            Operation operation = new Operation(clinicId, actor, Requests.draft(binding, context));
            RequestState state = RequestState.begun(context, operation);
            try {
                Object result = operations.request(
                        operation, call, safe || binding.readOnly(), () -> notRefused(invocation.proceed()), this::answer);
                state.commit();
                return result;
            } catch (ReplayedAnswer replayed) {
                state.commit();
                throw replayed;
            } catch (ReturnedRefusal refusal) {
                return refusal.response;
            } catch (OptimisticLockException e) {
                if (attempt == MOST_ATTEMPTS) {
                    state.overtake();
                    throw e;
                }
                Thread.sleep(pause());
            }
        }
    }

    static Duration pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis() + 1));
    }

    private static boolean isSafe(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** A refusal that a method returns instead of throwing rolls back all the same. */
    private static Object notRefused(Object result) {
        int status = switch (result) {
            case RestResponse<?> response -> response.getStatus();
            case Response response -> response.getStatus();
            case null, default -> 200;
        };
        if (status >= 400) {
            throw new ReturnedRefusal(result);
        }
        return result;
    }

    private static IdempotentCall call(ClinicOperation binding, ResteasyReactiveRequestContext request,
            RoutingContext context, Actor actor) {
        String key = context.request().getHeader(IdempotentCall.HEADER);
        if (key == null) {
            if (binding.idempotency() == Idempotency.REQUIRED) {
                throw new ProblemException(Problem.of(400, "idempotency-key-required", "Idempotency-Key is required")
                        .detail("Make a new key for each call and send the same one when you repeat it."));
            }
            return null;
        }
        if (!IdempotentCall.isUsable(key)) {
            throw new ProblemException(Problem.of(400, "idempotency-key-unusable",
                    "Idempotency-Key must be 1 to 255 visible ASCII characters"));
        }
        String route = context.request().method().name() + " " + context.normalizedPath();
        MessageDigest digest = BodyDigest.sha256();
        digest.update(route.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        String query = context.request().query();
        digest.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(BodyDigest.of(request));
        return new IdempotentCall(actor.subject() + "|" + actor.clientId(), key, route, digest.digest());
    }

    /** The answer as it is kept; its bytes are also those that are sent. */
    private IdempotentCall.Answer answer(Object result) {
        return switch (result) {
            case RestResponse<?> response ->
                answer(response.getStatus(), response.getStringHeaders(), response.getEntity());
            case Response response -> answer(response.getStatus(), response.getStringHeaders(), response.getEntity());
            case null -> new IdempotentCall.Answer(204, Map.of(), null);
            default -> answer(200, null, result);
        };
    }

    private IdempotentCall.Answer answer(int status, MultivaluedMap<String, String> headers, Object entity) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (headers != null) {
            for (String name : KEPT_HEADERS) {
                if (headers.getFirst(name) != null) {
                    kept.put(name, headers.getFirst(name));
                }
            }
        }
        byte[] bytes = bytes(entity);
        if (bytes != null) {
            kept.putIfAbsent(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return new IdempotentCall.Answer(status, kept, bytes);
    }

    private byte[] bytes(Object entity) {
        return switch (entity) {
            case null -> null;
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case StreamingOutput _ -> throw new IllegalStateException("A stream cannot be kept under a key");
            default -> serialized(entity);
        };
    }

    private byte[] serialized(Object entity) {
        try {
            byte[] bytes = mapper.writeValueAsBytes(entity);
            JsonAnswer.keep(entity, bytes);
            return bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    /** Carries a refusal that was returned out of its transaction. */
    private static final class ReturnedRefusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object response;

        ReturnedRefusal(Object response) {
            super("returned", null, false, false);
            this.response = response;
        }
    }
}
