package health.stillpoint.gateway.door;

import health.stillpoint.gateway.upstream.UpstreamConnection;
import health.stillpoint.gateway.upstream.UpstreamFailure;
import health.stillpoint.gateway.upstream.UpstreamFailure.Kind;
import health.stillpoint.kit.http.Lingering;
import health.stillpoint.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;

/** One request on its way to a service and the answer on its way back; both stream, nothing is kept. */
final class Passage implements ProxyInterceptor {

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
        HttpProxy.reverseProxy(connection.client())
                .origin(_ -> open())
                .addInterceptor(this)
                .handle(request);
    }

    private Future<HttpClientRequest> open() {
        return connection.request(request.method(), request.uri(), terms.idle()).compose(opened -> {
            if (late) {
                opened.reset();
                return Future.failedFuture(new UpstreamFailure(Kind.TIMEOUT, null));
            }
            toService = opened;
            opened.exceptionHandler(_ -> { }); // What goes wrong comes by the answer's future; else it is logged twice.
            return Future.succeededFuture(opened);
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        ProxyRequest outgoing = proxied.request();
        HeaderRules.inwards(outgoing.headers(), request, visit.requestId());
        outgoing.setURI(visit.route().inside(request.uri()));
        if (hasBody()) {
            long length = outgoing.getBody().length();
            outgoing.setBody(Body.body(new BoundedBody(request, terms.maxBodyBytes(), this::tooLarge), length));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
        } else {
            outgoing.setBody(null);
            request.resume();
        }
        return connection.circuit().call(() -> exchange(proxied)).recover(failure -> refusal(outgoing, failure));
    }

    private boolean hasBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void tooLarge() {
        tooLarge = true;
        if (toService != null) {
            toService.reset();
        }
    }

    /** The exchange up to the beginning of the answer. */
    private Future<ProxyResponse> exchange(ProxyContext proxied) {
        Promise<ProxyResponse> answer = Promise.promise();
        long timer = context.vertx().setTimer(terms.answerWithin().toMillis(), _ -> giveUp(answer));
        proxied.sendRequest().onComplete(result -> {
            context.vertx().cancelTimer(timer);
            if (result.succeeded()) {
                if (!answer.tryComplete(result.result())) {
                    result.result().release();
                }
            } else {
                answer.tryFail(meaning(result.cause()));
            }
        });
        return answer.future();
    }

    private void giveUp(Promise<ProxyResponse> answer) {
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

    /** Puts the gateway's own refusal in place of the answer that did not come. */
    private Future<ProxyResponse> refusal(ProxyRequest outgoing, Throwable failure) {
        Problem problem = switch (failure) {
            case TooLarge _ -> Refusals.BODY_TOO_LARGE.with("maxBytes", terms.maxBodyBytes());
            case SlowCaller _ -> Refusals.BODY_TOO_SLOW;
            case CallerLeft _ -> Refusals.UPSTREAM_BROKEN;
            case UpstreamFailure it -> Refusals.of(it.kind())
                    .with("service", connection.upstream().serviceName());
            default -> Refusals.INTERNAL;
        };
        visit.problem(problem.getCode());
        boolean unread = !request.isEnded();
        ProxyResponse answer = outgoing.response()
                .setStatusCode(problem.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Buffer body = refusals.body(problem, visit.requestId());
        answer.setBody(Body.body(body));
        if (problem.getStatus() == 503) {
            answer.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(connection.circuit().retryAfterSeconds()));
        }
        if (unread) {
            answer.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(_ -> Lingering.close(context.vertx(), request));
        }
        return Future.succeededFuture(answer);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        if (visit.problem() == null) {
            HeaderRules.outwards(proxied.response().headers());
        }
        // The caller's own copies are on the answer already; the service's would double them.
        if (proxied.response().headers().contains(HttpHeaders.CACHE_CONTROL)) {
            context.response().headers().remove(HttpHeaders.CACHE_CONTROL);
        }
        return proxied.sendResponse();
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
