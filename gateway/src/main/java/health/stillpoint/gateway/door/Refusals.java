package health.stillpoint.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.stillpoint.gateway.upstream.UpstreamFailure;
import health.stillpoint.kit.http.Lingering;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The gateway's own refusals, all of them (docs/problems.md), and how they are written. */
@ApplicationScoped
public class Refusals {

    static final Problem BAD_PATH = Problem.of(400, "bad-path", "The path is ambiguous")
            .detail("Dot segments, empty segments, path parameters and escaped separators are not accepted.");
    static final Problem BAD_FRAMING = Problem.of(400, "bad-framing", "The request cannot be read without doubt");
    static final Problem UNAUTHENTICATED = Problems.unauthenticated();
    static final Problem TOKEN_IN_URL = Problems.unauthenticated()
            .detail("Access tokens are taken from the Authorization header only.");
    static final Problem NOT_FOUND = Problems.notFound();
    static final Problem METHOD_NOT_ALLOWED = Problems.ofStatus(405);
    static final Problem BODY_TOO_SLOW = Problem.of(408, "body-too-slow", "The request body came too slowly");
    static final Problem BODY_TOO_LARGE = Problems.ofStatus(413);
    static final Problem TOO_MANY_REQUESTS = Problems.ofStatus(429);
    static final Problem HEAD_TOO_LARGE = Problem.of(431, "head-too-large", "The request head is too large");
    static final Problem ORIGIN_REFUSED = Problem.of(403, "origin-refused", "Pages of this origin may not call the API");
    static final Problem INTERNAL = Problems.internal();
    static final Problem UNAVAILABLE = Problems.unavailable();
    static final Problem UPSTREAM_BROKEN = Problem.of(502, "upstream-broken", "A service broke off its answer");
    static final Problem UPSTREAM_UNAVAILABLE =
            Problem.of(503, "upstream-unavailable", "A service cannot be reached now");
    static final Problem UPSTREAM_TIMEOUT = Problem.of(504, "upstream-timeout", "A service did not answer in time");

    private static final Duration CUT_REMEMBERED = Duration.ofSeconds(30);

    private final ObjectMapper json;
    private final Cache<HttpConnection, Boolean> cut =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(CUT_REMEMBERED).build();

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** What the caller is told about a call that did not become an answer. */
    static Problem of(UpstreamFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, CIRCUIT_OPEN, CROWDED -> UPSTREAM_UNAVAILABLE;
            case TIMEOUT -> UPSTREAM_TIMEOUT;
            case BROKEN, TOO_LONG -> UPSTREAM_BROKEN;
        };
    }

    /** Answers with the problem. */
    void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        Visit visit = Visit.of(context);
        visit.problem(problem.getCode());
        response.setStatusCode(problem.getStatus()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.end(body(problem, visit.requestId()));
    }

    /** Answers with the problem and closes the connection, as the rest of the request is not read. */
    void refuseAndClose(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(context, problem);
        Lingering.close(context.vertx(), context.request());
    }

    /** Answers with the problem and closes the connection; what follows on it may be part of the request, and is refused. */
    void refuseAndCut(RoutingContext context, Problem problem) {
        HttpConnection connection = context.request().connection();
        cut.put(connection, Boolean.TRUE);
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(_ -> connection.close());
        refuse(context, problem);
    }

    /** True when nothing more is read from the request's connection. */
    boolean isCut(HttpServerRequest request) {
        return cut.getIfPresent(request.connection()) != null;
    }

    Buffer body(Problem problem, String requestId) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem.with("requestId", requestId)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
