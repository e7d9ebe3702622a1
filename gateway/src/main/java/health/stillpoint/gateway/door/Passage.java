package health.stillpoint.gateway.door;

import health.stillpoint.gateway.upstream.UpstreamConnection;
import health.stillpoint.gateway.upstream.UpstreamFailure;
import health.stillpoint.gateway.upstream.UpstreamFailure.Kind;
import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One request on its way to a service and the answer on its way back; both stream, nothing is kept. */
final class Passage {

    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Visit visit;
    private final UpstreamConnection connection;
    private final Refusals refusals;
    private final Terms terms;
    private HttpClientRequest toService;
    private boolean tooLarge;
    private boolean late;

    /**
     * What applies to one passage.
     *
     * @param maxBodyBytes longest request body
     * @param answerWithin until the answer begins
     * @param idle longest silence on the connection to the service
     */
    record Terms(long maxBodyBytes, Duration answerWithin, Duration idle) {
    }

    Passage(RoutingContext context, UpstreamConnection connection, Refusals refusals, Terms terms) {
        this.context = context;
        this.request = context.request();
        this.visit = Visit.of(context);
        this.connection = connection;
        this.refusals = refusals;
        this.terms = terms;
    }

    /** Sends the request on. */
    void begin() {
        if (!Framing.hasBody(request)) {
            request.resume();
        }
        connection.circuit().call(this::exchange).compose(this::passOn).onFailure(this::refuse);
    }

    /** The exchange up to the beginning of the answer. */
    private Future<HttpClientResponse> exchange() {
        Promise<HttpClientResponse> answer = Promise.promise();
        long timer = context.vertx().setTimer(terms.answerWithin().toMillis(), _ -> giveUp(answer));
        connection.request(request.method(), visit.route().inside(request.uri()), terms.idle()).compose(this::send).onComplete(result -> {
            context.vertx().cancelTimer(timer);
            if (result.failed()) {
                answer.tryFail(meaning(result.cause()));
            } else if (!answer.tryComplete(result.result())) {
                toService.reset();
            }
        });
        return answer.future();
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened) {
        if (late) {
            opened.reset();
            return Future.failedFuture(new UpstreamFailure(Kind.TIMEOUT, null));
        }
        toService = opened;
        opened.exceptionHandler(_ -> { }); // What goes wrong comes by the answer's future; else it is logged twice.
        request.response().exceptionHandler(_ -> opened.reset());
        HeaderRules.inwards(request, opened.headers(), visit.requestId());
        // Paused until somebody reads it, which is only after the circuit has counted it.
        Future<HttpClientResponse> answer = opened.response().map(HttpClientResponse::pause);
        if (Framing.hasBody(request)) {
            opened.setChunked(request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            BoundedBody body = new BoundedBody(request, terms.maxBodyBytes(), this::tooLarge);
            Transfer.of(body, Framing.declaredLength(request), opened).onFailure(_ -> opened.reset());
        } else {
            opened.end();
        }
        return answer;
    }

    private void tooLarge() {
        tooLarge = true;
        toService.reset();
    }

    private void giveUp(Promise<HttpClientResponse> answer) {
        late = true;
        boolean callerIsSlow = !request.isEnded();
        if (answer.tryFail(callerIsSlow ? new SlowCaller() : new UpstreamFailure(Kind.TIMEOUT, null))
                && toService != null) {
            toService.reset();
        }
    }

    private Throwable meaning(Throwable failure) {
        if (tooLarge) {
            return new TooLarge();
        }
        return context.response().closed() ? new CallerLeft() : UpstreamConnection.failure(failure);
    }

    /** Hands the answer to the caller; once its head is out there is nothing left to say but to break off. */
    private Future<Void> passOn(HttpClientResponse answer) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        HeaderRules.outwards(answer.headers(), response.headers());
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && mayHaveBody(answer.statusCode())) {
            sendUntilItEnds(response);
        }
        Transfer.of(answer, length == null ? 0 : Long.parseLong(length), response).onFailure(_ -> {
            toService.reset();
            request.connection().close(); // The answer's own reset would leave it open in the count of requests and out of the record.
        });
        return Future.succeededFuture();
    }

    private boolean mayHaveBody(int status) {
        return request.method() != HttpMethod.HEAD && status != NO_CONTENT && status != NOT_MODIFIED;
    }

    /** Nobody knows how long the answer will be: in chunks, or for HTTP/1.0 until the connection ends. */
    private void sendUntilItEnds(HttpServerResponse response) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            context.addEndHandler(_ -> request.connection().close());
        } else {
            response.setChunked(true);
        }
    }

    /** Tells the caller why there is no answer. */
    private void refuse(Throwable failure) {
        Problem problem = switch (failure) {
            case TooLarge _ -> Refusals.BODY_TOO_LARGE.with("maxBytes", terms.maxBodyBytes());
            case SlowCaller _ -> Refusals.BODY_TOO_SLOW;
            case CallerLeft _ -> Refusals.UPSTREAM_BROKEN;
            case UpstreamFailure it -> Refusals.of(it.kind())
                    .with("service", connection.upstream().serviceName());
            default -> unexpected(failure);
        };
        visit.problem(problem.getCode());
        if (problem.getStatus() == 503 && !context.response().headWritten()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(connection.circuit().retryAfterSeconds()));
        }
        if (Framing.hasBody(request) && !request.isEnded()) {
            refusals.refuseAndClose(context, problem);
        } else {
            refusals.refuse(context, problem);
        }
    }

    private Problem unexpected(Throwable failure) {
        LOG.errorf("An answer could not be passed on: %s", Faults.describe(failure));
        if (toService != null) {
            toService.reset();
        }
        return Refusals.INTERNAL;
    }

    /** The caller sent more than is accepted. */
    private static final class TooLarge extends Stackless {
        private static final long serialVersionUID = 1L;
    }

    /** The caller's body did not come to its end in time. */
    private static final class SlowCaller extends Stackless {
        private static final long serialVersionUID = 1L;
    }

    /** Nobody waits for the answer any more. */
    private static final class CallerLeft extends Stackless {
        private static final long serialVersionUID = 1L;
    }

    /** An expected end; says nothing about the service. */
    private abstract static class Stackless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stackless() {
            super(null, null, false, false);
        }
    }
}
