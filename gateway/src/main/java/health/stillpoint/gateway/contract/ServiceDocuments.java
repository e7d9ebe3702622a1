package health.stillpoint.gateway.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Fetches the services' documents and keeps the last good copy of each. */
@ApplicationScoped
class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final long TIMEOUT_MILLISECONDS = 2_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final GatewayConfig config;
    private final InstantSource clock = InstantSource.system();
    private final ConcurrentMap<Upstream, ServiceDocument> known = new ConcurrentHashMap<>();

    ServiceDocuments(Vertx vertx, GatewayConfig config) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000));
        this.config = config;
    }

    /** Asks all services again; never fails, a silent service is marked in the result. */
    Future<Map<Upstream, ServiceDocument>> refresh() {
        List<Future<ServiceDocument>> asked = List.of(Upstream.values()).stream().map(this::refresh).toList();
        return Future.all(asked).map(_ -> {
            Map<Upstream, ServiceDocument> documents = new EnumMap<>(Upstream.class);
            for (Upstream upstream : Upstream.values()) {
                documents.put(upstream, known.get(upstream));
            }
            return documents;
        });
    }

    private Future<ServiceDocument> refresh(Upstream upstream) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(Upstreams.of(upstream, config).openapi().toString())
                .setTimeout(TIMEOUT_MILLISECONDS);
        return client.request(options)
                .compose(request -> request.putHeader("Accept", "application/json").send())
                .compose(ServiceDocuments::content)
                .compose(content -> vertx.executeBlocking(() -> parse(content), false))
                .map(document -> remember(upstream, ServiceDocument.fresh(document, clock.instant())))
                .recover(failure -> {
                    LOG.debugf("%s has no document now: %s", upstream.serviceName(), failure.getClass().getName());
                    return Future.succeededFuture(
                            remember(upstream, known.getOrDefault(upstream, ServiceDocument.NEVER_SEEN).kept()));
                });
    }

    private static Future<Buffer> content(HttpClientResponse response) {
        return response.statusCode() == 200 ? response.body()
                : Future.failedFuture(new IOException("status " + response.statusCode()));
    }

    private static ObjectNode parse(Buffer content) {
        try {
            if (JSON.readTree(content.getBytes()) instanceof ObjectNode document && document.has("paths")) {
                return document;
            }
            throw new IllegalArgumentException("no OpenAPI document");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no JSON", unreadable);
        }
    }

    private ServiceDocument remember(Upstream upstream, ServiceDocument document) {
        known.put(upstream, document);
        return document;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
