package health.stillpoint.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.kit.http.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that the gateway makes itself, with the caller's own token, through the same circuits as everything else. */
@ApplicationScoped
public class ServiceCalls {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ANSWER_BYTES = 4 * 1024 * 1024;

    private final Upstreams upstreams;
    private final GatewayConfig config;

    ServiceCalls(Upstreams upstreams, GatewayConfig config) {
        this.upstreams = upstreams;
        this.config = config;
    }

    /**
     * In whose name a call is made.
     *
     * @param authorization the caller's Authorization header
     * @param requestId names the request in the service's log and audit trail
     * @param address the caller's network address, for the audit trail
     */
    public record OnBehalf(String authorization, String requestId, String address) {

        /** The caller of a request that passed the door. */
        public static OnBehalf of(RoutingContext context) {
            return new OnBehalf(context.request().getHeader("Authorization"), RequestId.of(context),
                    context.request().remoteAddress().hostAddress());
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "OnBehalf[" + requestId + "]";
        }
    }

    /**
     * A service's answer.
     *
     * @param status HTTP status
     * @param body its JSON; a missing node when it has none
     */
    public record Answer(int status, JsonNode body) {

        /** Never the body. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    public Future<Answer> get(Upstream upstream, String uri, OnBehalf caller) {
        return call(upstream, HttpMethod.GET, uri, null, caller);
    }

    public Future<Answer> put(Upstream upstream, String uri, JsonNode body, OnBehalf caller) {
        return call(upstream, HttpMethod.PUT, uri, body, caller);
    }

    private Future<Answer> call(Upstream upstream, HttpMethod method, String uri, JsonNode body, OnBehalf caller) {
        UpstreamConnection connection = upstreams.to(upstream);
        return connection.circuit().call(() -> {
            long mostMillis = config.timeouts().ordinary().toMillis();
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(mostMillis);
            Future<HttpClientRequest> asked = connection.request(method, uri, config.timeouts().ordinary());
            return asked
                    .compose(request -> System.nanoTime() < deadline ? exchange(request, body, caller) : Future.failedFuture(new TimeoutException()))
                    .timeout(mostMillis, TimeUnit.MILLISECONDS)
                    .onFailure(_ -> asked.onSuccess(HttpClientRequest::reset)) // also when its connection comes only after that
                    .map(Content::parsed) // behind the reset: a connection whose answer has ended is somebody else's already
                    .recover(failure -> Future.failedFuture(UpstreamConnection.failure(failure)));
        });
    }

    /** An answer as it came. */
    private record Content(int status, Buffer bytes) {

        Answer parsed() {
            try {
                return new Answer(status, bytes.length() == 0 ? JSON.missingNode() : JSON.readTree(bytes.getBytes()));
            } catch (IOException unreadable) {
                throw new UpstreamFailure(UpstreamFailure.Kind.BROKEN, unreadable);
            }
        }
    }

    private static Future<Content> exchange(HttpClientRequest request, JsonNode body, OnBehalf caller) {
        request.putHeader("Authorization", caller.authorization())
                .putHeader("X-Request-Id", caller.requestId())
                .putHeader("X-Forwarded-For", caller.address())
                .putHeader("Accept", "application/json");
        Future<HttpClientResponse> sent = body == null ? request.send()
                : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body.toString()));
        return sent.compose(response -> bytes(response).map(bytes -> new Content(response.statusCode(), bytes)));
    }

    /** The whole content, unless more comes than the gateway holds in memory. */
    private static Future<Buffer> bytes(HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        Buffer content = Buffer.buffer();
        response.handler(piece -> {
            if (content.length() + piece.length() > LONGEST_ANSWER_BYTES) {
                whole.tryFail(new UpstreamFailure(UpstreamFailure.Kind.TOO_LONG, null));
            } else {
                content.appendBuffer(piece);
            }
        });
        response.endHandler(_ -> whole.tryComplete(content));
        response.exceptionHandler(whole::tryFail);
        return whole.future();
    }
}
