package health.stillpoint.gateway.door;

import health.stillpoint.gateway.routing.Route;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** One request on its way through the gateway: what the log, the metrics and the headers need to know about it. */
public final class Visit {

    private static final String KEY = Visit.class.getName();

    private final String requestId;
    private final long startedNanos = System.nanoTime();
    private final HttpMethod method;
    private Route route;
    private Visitor visitor;
    private String problem;

    private Visit(String requestId, HttpMethod method) {
        this.requestId = requestId;
        this.method = method;
    }

    static Visit begin(RoutingContext context, String requestId) {
        Visit visit = new Visit(requestId, context.request().method());
        context.put(KEY, visit);
        return visit;
    }

    /** The visit of a request that passed the door. */
    public static Visit of(RoutingContext context) {
        return context.get(KEY);
    }

    public String requestId() {
        return requestId;
    }

    long startedNanos() {
        return startedNanos;
    }

    HttpMethod method() {
        return method;
    }

    /** The row of the route table; null while none is known. */
    Route route() {
        return route;
    }

    void route(Route found) {
        this.route = found;
    }

    /** Who calls; null while nobody is known. */
    Visitor visitor() {
        return visitor;
    }

    void visitor(Visitor known) {
        this.visitor = known;
    }

    /** Code of the gateway's own refusal; null when it did not refuse. */
    String problem() {
        return problem;
    }

    void problem(String code) {
        this.problem = code;
    }

    /** Who calls, from their verified token; empty texts for claims it lacks. */
    record Visitor(String clinicId, String subject, String clientId) {
    }
}
