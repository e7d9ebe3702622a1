package health.stillpoint.gateway.upstream;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/** The way to one service: its own connections, its own circuit, its own retry budget, so that none waits for another. */
public final class UpstreamConnection {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Upstream upstream;
    private final URI url;
    private final HttpClient client;
    private final Circuit circuit;
    private final RetryBudget retries;

    UpstreamConnection(Vertx vertx, Upstream upstream, URI url, GatewayConfig config) {
        this.upstream = upstream;
        this.url = url;
        this.circuit = new Circuit(upstream, config.breaker());
        this.retries = new RetryBudget(config.retry().perHundredCalls());
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setName(upstream.serviceName())
                        .setDefaultHost(url.getHost())
                        .setDefaultPort(port(url))
                        .setSsl("https".equals(url.getScheme()))
                        .setConnectTimeout((int) config.timeouts().connect().toMillis())
                        .setKeepAliveTimeout((int) config.pool().keepAlive().toSeconds())
                        .setMaxWaitQueueSize(config.pool().waiting())
                        .setTcpNoDelay(true)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(config.pool().connections()));
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }

    public Upstream upstream() {
        return upstream;
    }

    public URI url() {
        return url;
    }

    public HttpClient client() {
        return client;
    }

    public Circuit circuit() {
        return circuit;
    }

    /**
     * A request whose connection stands; nothing has been sent yet. A safe call may try once more for its connection.
     *
     * @param idle longest silence once the exchange has begun
     */
    public Future<HttpClientRequest> request(HttpMethod method, String uri, Duration idle) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setURI(uri)
                .setIdleTimeout(idle.toMillis());
        retries.earn();
        return client.request(options).recover(failure -> {
            boolean again = SAFE.contains(method) && isUnreachable(failure) && retries.spend();
            return again ? client.request(options) : Future.failedFuture(failure);
        });
    }

    /** What a failed exchange means. */
    public static UpstreamFailure failure(Throwable failure) {
        if (failure instanceof UpstreamFailure known) {
            return known;
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            return new UpstreamFailure(UpstreamFailure.Kind.CROWDED, failure);
        }
        if (isUnreachable(failure)) {
            return new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, failure);
        }
        boolean late = failure instanceof java.util.concurrent.TimeoutException;
        return new UpstreamFailure(late ? UpstreamFailure.Kind.TIMEOUT : UpstreamFailure.Kind.BROKEN, failure);
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException || failure instanceof NoRouteToHostException;
    }
}
