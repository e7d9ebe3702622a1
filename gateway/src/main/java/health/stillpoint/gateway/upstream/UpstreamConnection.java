package health.stillpoint.gateway.upstream;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The way to one service: its own connections, its own circuit, its own retry budget, so that none waits for another. */
public final class UpstreamConnection {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Upstream upstream;
    private final URI url;
    private final Map<EventLoop, HttpClient> clients;
    private final Vertx vertx;
    private final Circuit circuit;
    private final RetryBudget retries;

    UpstreamConnection(Vertx vertx, Upstream upstream, URI url, GatewayConfig config) {
        this.upstream = upstream;
        this.url = url;
        this.circuit = new Circuit(upstream, config.breaker());
        this.retries = new RetryBudget(config.retry().perHundredCalls());
        this.vertx = vertx;
        this.clients = clients(config);
    }

    /**
     * One client for each event loop, each with its share of the connections: a request whose connection belongs to another loop
     * costs several wake-ups of other threads, and the client's own pool hands out connections without looking whose they are.
     */
    private Map<EventLoop, HttpClient> clients(GatewayConfig config) {
        Set<EventLoop> loops = new HashSet<>();
        vertx.nettyEventLoopGroup().forEach(loop -> loops.add((EventLoop) loop));
        HttpClientOptions options = new HttpClientOptions()
                .setName(upstream.serviceName())
                .setDefaultHost(url.getHost())
                .setDefaultPort(port(url))
                .setSsl("https".equals(url.getScheme()))
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setKeepAliveTimeout((int) config.pool().keepAlive().toSeconds())
                .setMaxWaitQueueSize(Math.ceilDiv(config.pool().waiting(), loops.size()))
                .setTcpNoDelay(true)
                .setDecompressionSupported(false);
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(Math.ceilDiv(config.pool().connections(), loops.size()));
        return loops.stream().collect(Collectors.toUnmodifiableMap(loop -> loop, _ -> vertx.createHttpClient(options, pool)));
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

    void close() {
        clients.values().forEach(HttpClient::close);
    }

    /** The client of the event loop this runs on. */
    private HttpClient client() {
        return clients.get(((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop());
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
        HttpClient client = client();
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
