package health.stillpoint.kit.operation;

import io.vertx.ext.web.RoutingContext;

/** What became of a request's operation, kept at the request until its answer leaves. */
final class RequestState {

    private static final String KEY = "stillpoint.operation";

    private final Operation operation;
    private boolean committed;
    private boolean overtaken;

    private RequestState(Operation operation) {
        this.operation = operation;
    }

    static RequestState begun(RoutingContext context, Operation operation) {
        RequestState state = new RequestState(operation);
        context.put(KEY, state);
        return state;
    }

    /** Null when no operation was begun. */
    static RequestState of(RoutingContext context) {
        return context.get(KEY);
    }

    void commit() {
        committed = true;
    }

    boolean isCommitted() {
        return committed;
    }

    /** Every attempt was overtaken by others: the database is there, and the refusal can be audited. */
    void overtake() {
        overtaken = true;
    }

    boolean isOvertaken() {
        return overtaken;
    }

    Operation operation() {
        return operation;
    }
}
