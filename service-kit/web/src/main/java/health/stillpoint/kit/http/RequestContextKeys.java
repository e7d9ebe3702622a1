package health.stillpoint.kit.http;

import io.vertx.ext.web.RoutingContext;

/** What the first filter leaves at the request for everyone behind it. */
final class RequestContextKeys {

    static final String REQUEST_ID = "stillpoint.requestId";
    static final String TRACEPARENT = "stillpoint.traceparent";

    private RequestContextKeys() {
    }

    static String text(RoutingContext context, String key) {
        Object value = context == null ? null : context.get(key);
        return value == null ? "" : value.toString();
    }
}
