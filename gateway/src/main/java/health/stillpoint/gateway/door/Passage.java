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
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Visit visit;
    private final UpstreamConnection connection;
    private final Refusals refusals;
    private final Terms terms;
    private HttpClientRequest toService;
    private HttpClientResponse answer;
    private boolean answerEnded;
    private long timer;
    /** Why the exchange was broken off here; null while it was not. What the service then does is no news about it. */
    private Throwable brokenOff;

    /**
     * What applies to one passage.
     *
     * @param maxBodyBytes longest request body
     * @param answerWithin for the caller's body to come, and from then on until the answer begins
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
        if (request.response().closed()) {
            return; // The caller left while the token was checked.
        }
        request.response().exceptionHandler(_ -> callerLeft());
        if (!Framing.hasBody(request)) {
            request.resume();
        }
        connection.circuit().call(this::exchange).compose(this::passOn).onFailure(this::refuse);
    }

    /** The exchange up to the beginning of the answer. */
    private Future<HttpClientResponse> exchange() {
        Promise<HttpClientResponse> begun = Promise.promise();
        timer = timer(() -> giveUp(begun, lateBeforeAllWasSent()));
        connection.request(request.method(), visit.route().inside(target()), terms.idle())
                .compose(opened -> send(opened, begun))
                .onComplete(result -> {
                    context.vertx().cancelTimer(timer);
                    if (result.failed()) {
                        begun.tryFail(meaning(result.cause()));
                    } else {
                        begun.tryComplete(result.result());
                    }
                });
        return begun.future();
    }

    private long timer(Runnable late) {
        return context.vertx().setTimer(terms.answerWithin().toMillis(), _ -> late.run());
    }

    /** No connection was free, the service does not take the body, or the caller does not send it. */
    private Throwable lateBeforeAllWasSent() {
        if (toService != null && !request.isEnded()) {
            return new SlowCaller();
        }
        return new UpstreamFailure(toService == null ? Kind.CROWDED : Kind.TIMEOUT, null);
    }

    /** Path and query alone: a caller may send a whole URL in their place. */
    private String target() {
        return request.query() == null ? request.path() : request.path() + '?' + request.query();
    }

    private Future<HttpClientResponse> send(HttpClientRequest opened, Promise<HttpClientResponse> begun) {
        toService = opened;
        opened.exceptionHandler(_ -> { }); // What goes wrong comes by the answer's future; else it is logged twice.
        if (brokenOff != null) {
            opened.reset();
            return Future.failedFuture(brokenOff);
        }
        try {
            return write(opened, begun);
        } catch (RuntimeException ours) {
            breakOff(ours);
            return Future.failedFuture(ours);
        }
    }

    private Future<HttpClientResponse> write(HttpClientRequest opened, Promise<HttpClientResponse> begun) {
        HeaderRules.inwards(request, opened.headers(), visit.requestId());
        Future<HttpClientResponse> response = opened.response().map(this::received);
        if (Framing.hasBody(request)) {
            opened.setChunked(request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)) && request.version() != HttpVersion.HTTP_1_0) {
                request.response().writeContinue();
            }
            BoundedBody body = new BoundedBody(request, terms.maxBodyBytes(), () -> breakOff(new TooLarge()));
            Transfer.of(body, Framing.declaredLength(request), opened).onSuccess(_ -> awaitAnswer(begun)).onFailure(_ -> {
                if (body.isBroken()) {
                    callerLeft();
                } else {
                    letGo(); // The service does not take it, and says so itself.
                }
            });
        } else {
            opened.end();
            awaitAnswer(begun);
        }
        return response;
    }

    /** The service has everything: only now its own time begins. */
    private void awaitAnswer(Promise<HttpClientResponse> begun) {
        if (answer == null && !begun.future().isComplete()) {
            context.vertx().cancelTimer(timer);
            timer = timer(() -> giveUp(begun, new UpstreamFailure(Kind.TIMEOUT, null)));
        }
    }

    /** Paused until somebody reads it, which is only after the circuit has counted it. */
    private HttpClientResponse received(HttpClientResponse response) {
        answer = response.pause();
        response.end().onSuccess(_ -> answerEnded = true);
        return answer;
    }

    private void giveUp(Promise<HttpClientResponse> begun, Throwable reason) {
        breakOff(reason);
        begun.tryFail(brokenOff);
    }

    private void callerLeft() {
        breakOff(new CallerLeft());
    }

    /** Ends the exchange with the service; the first reason is the one that counts. */
    private void breakOff(Throwable reason) {
        if (brokenOff == null) {
            brokenOff = reason;
        }
        letGo();
    }

    /**
     * Closes the service's connection, but never one that has already been given to another exchange: so it is as soon as the answer's
     * last byte has arrived, which a paused answer does not tell before it is read.
     */
    private void letGo() {
        if (toService == null) {
            return;
        }
        if (answer == null || answerEnded) {
            resetUnlessDone();
        } else {
            answer.handler(_ -> { }).resume();
            context.vertx().runOnContext(_ -> resetUnlessDone());
        }
    }

    private void resetUnlessDone() {
        if (!answerEnded || !request.isEnded()) {
            toService.reset();
        }
    }

    private Throwable meaning(Throwable failure) {
        return brokenOff == null ? UpstreamConnection.failure(failure) : brokenOff;
    }

    /** Hands the answer to the caller; once its head is out there is nothing left to say but to break off. */
    private Future<Void> passOn(HttpClientResponse answered) {
        if (brokenOff != null) {
            return Future.failedFuture(brokenOff);
        }
        HttpServerResponse response = context.response();
        response.setStatusCode(answered.statusCode()).setStatusMessage(answered.statusMessage());
        HeaderRules.outwards(answered.headers(), response.headers());
        String length = answered.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && mayHaveBody(answered.statusCode())) {
            sendUntilItEnds(response);
        }
        boolean early = !request.isEnded();
        if (early) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Transfer.of(answered, length == null ? 0 : Long.parseLong(length), response).onComplete(result -> {
            if (result.failed()) {
                letGo();
                request.connection().close(); // The answer's own reset would leave it open in the count of requests and out of the record.
            } else if (early) {
                endWithTheAnswer();
            }
        });
        return Future.succeededFuture();
    }

    /** Whoever was answered before all of their body came may not go on sending it, slowly and for ever. */
    private void endWithTheAnswer() {
        letGo();
        Lingering.close(context.vertx(), request);
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
        letGo();
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
