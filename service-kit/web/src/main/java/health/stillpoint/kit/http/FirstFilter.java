package health.stillpoint.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** Runs before authentication: names the request, sets the headers of every answer, refuses an ambiguous caller. */
@ApplicationScoped
class FirstFilter {

    private static final int BEFORE_EVERYTHING = 20_000;
    private static final int TRACE_ID_START = 3;
    private static final int TRACE_ID_END = 35;

    void register(@Observes Filters filters) {
        filters.register(this::first, BEFORE_EVERYTHING);
    }

    private void first(RoutingContext context) {
        MultiMap asked = context.request().headers();
        String requestId = RequestId.acceptOrMake(asked.get(RequestId.HEADER));
        context.put(RequestContextKeys.REQUEST_ID, requestId);
        MDC.put("requestId", requestId);
        String traceparent = asked.get("traceparent");
        if (RequestId.isTraceparent(traceparent)) {
            context.put(RequestContextKeys.TRACEPARENT, traceparent);
            MDC.put("traceId", traceparent.substring(TRACE_ID_START, TRACE_ID_END));
        }
        MultiMap answered = context.response().headers();
        answered.set(RequestId.HEADER, requestId);
        answered.set(HttpHeaders.CACHE_CONTROL, "no-store");
        answered.set("X-Content-Type-Options", "nosniff");
        if (asked.getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            refuse(context, requestId);
            return;
        }
        context.next();
    }

    private static void refuse(RoutingContext context, String requestId) {
        context.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end("{\"type\":\"https://stillpoint.health/problems/ambiguous-credentials\","
                        + "\"title\":\"Only one Authorization header is allowed\",\"status\":400,"
                        + "\"code\":\"ambiguous-credentials\",\"requestId\":\"" + requestId + "\"}");
    }
}
