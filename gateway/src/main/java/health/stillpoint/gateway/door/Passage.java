package health.stillpoint.gateway.door;

import health.stillpoint.gateway.upstream.UpstreamConnection;
import health.stillpoint.gateway.upstream.UpstreamFailure;
import health.stillpoint.gateway.upstream.UpstreamFailure.Kind;
import health.stillpoint.kit.http.Lingering;
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
    /** Code in the record of a request that nobody waits for any more. */
    private static final String CALLER_LEFT = "caller-left";
    /** As web servers write it down since nginx; never sent. */
    private static final int CLIENT_CLOSED_REQUEST = 499;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Visit visit;
    private final UpstreamConnection connection;
    private final Refusals refusals;
    private final Terms terms;
    private HttpClientRequest toService;
    /** Why the exchange was broken off here; null while it was not. What the service then does is no news about it. */
    private Throwable brokenOff;

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
        request.response().exceptionHandler(_ -> callerLeft());
        if (!Framing.hasBody(request)) {
            request.resume();
        }
        connection.circuit().call(this::exchange).compose(this::passOn).onFailure(this::refuse);
    }

    /** The exchange up to the beginning of the answer. */
    private Future<HttpClientResponse> exchange() {
        Promise<HttpClientResponse> answer = Promise.promise();
        long timer = context.vertx().setTimer(terms.answerWithin().toMillis(), _ -> giveUp(answer));
        connection.request(request.method(), visit.route().inside(target()), terms.idle()).compose(this::send).onComplete(result -> {
            context.vertx().cancelTimer(timer);
            if (result.failed()) {
                answer.tryFail(meaning(result.cause()));
            } else if (!answer.tryComplete(result.result())) {
                toService.reset();
            }
        });
        return answer.future();
    }

    /** Path and query alone: a caller may send a whole URL in their place. */
    private String target() {
        return request.query() == null ? request.path() : request.path() + '?' + request.query();
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened) {
        toService = opened;
        opened.exceptionHandler(_ -> { }); // What goes wrong comes by the answer's future; else it is logged twice.
        if (brokenOff != null) {
            opened.reset();
            return Future.failedFuture(brokenOff);
        }
        try {
            return write(opened);
        } catch (RuntimeException ours) {
            breakOff(ours);
            return Future.failedFuture(ours);
        }
    }

    private Future<HttpClientResponse> write(HttpClientRequest opened) {
        HeaderRules.inwards(request, opened.headers(), visit.requestId());
        // Paused until somebody reads it, which is only after the circuit has counted it.
        Future<HttpClientResponse> answer = opened.response().map(HttpClientResponse::pause);
        if (Framing.hasBody(request)) {
            opened.setChunked(request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)) && request.version() != HttpVersion.HTTP_1_0) {
                request.response().writeContinue();
            }
            BoundedBody body = new BoundedBody(request, terms.maxBodyBytes(), () -> breakOff(new TooLarge()));
            Transfer.of(body, Framing.declaredLength(request), opened).onFailure(_ -> {
                if (body.isBroken()) {
                    callerLeft();
                } else {
                    opened.reset(); // The service does not take it, and says so itself.
                }
            });
        } else {
            opened.end();
        }
        return answer;
    }

    private void callerLeft() {
        if (!request.response().headWritten()) {
            request.response().setStatusCode(CLIENT_CLOSED_REQUEST); // For the record alone, which else would name a 200.
            visit.problem(CALLER_LEFT);
        }
        breakOff(new CallerLeft());
    }

    /** Ends the exchange with the service; the first reason is the one that counts. */
    private void breakOff(Throwable reason) {
        if (brokenOff == null) {
            brokenOff = reason;
        }
        if (toService != null) {
            toService.reset();
        }
    }

    private void giveUp(Promise<HttpClientResponse> answer) {
        breakOff(request.isEnded() ? new UpstreamFailure(Kind.TIMEOUT, null) : new SlowCaller());
        answer.tryFail(brokenOff);
    }

    private Throwable meaning(Throwable failure) {
        return brokenOff == null ? UpstreamConnection.failure(failure) : brokenOff;
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
        if (!request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Transfer.of(answer, length == null ? 0 : Long.parseLong(length), response).onSuccess(_ -> endWithTheAnswer()).onFailure(_ -> {
            toService.reset();
            request.connection().close(); // The answer's own reset would leave it open in the count of requests and out of the record.
        });
        return Future.succeededFuture();
    }

    /** Whoever was answered before all of their body came may not go on sending it, slowly and for ever. */
    private void endWithTheAnswer() {
        if (!request.isEnded()) {
            toService.reset();
            Lingering.close(context.vertx(), request);
        }
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
        if (failure instanceof CallerLeft) {
            request.connection().close();
            return;
        }
        Problem problem = switch (failure) {
            case TooLarge _ -> Refusals.BODY_TOO_LARGE.with("maxBytes", terms.maxBodyBytes());
            case SlowCaller _ -> Refusals.BODY_TOO_SLOW;
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
