package health.stillpoint.gateway.contract;

import health.stillpoint.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the merged document; a fresh enough one from memory, else after asking the services again. */
@ApplicationScoped
class Documentation {

    private final Vertx vertx;
    private final ServiceDocuments services;
    private final GatewayConfig config;
    private final String issuer;
    private Future<MergedDocument> latest;
    private long latestNanos;

    Documentation(Vertx vertx, ServiceDocuments services, GatewayConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.vertx = vertx;
        this.services = services;
        this.config = config;
        this.issuer = issuer;
    }

    void open(@Observes Router router) {
        router.route("/openapi.json").method(HttpMethod.GET).method(HttpMethod.HEAD).order(1)
                .handler(context -> send(context, "application/json", MergedDocument::json));
        router.route("/openapi.yaml").method(HttpMethod.GET).method(HttpMethod.HEAD).order(1)
                .handler(context -> send(context, "application/yaml", MergedDocument::yaml));
    }

    /** One refresh at a time, however many ask; the work itself is too long for an event loop. */
    private synchronized Future<MergedDocument> latest() {
        boolean old = latest == null || System.nanoTime() - latestNanos > config.documentation().maxAge().toNanos();
        if (old && (latest == null || latest.isComplete())) {
            latestNanos = System.nanoTime();
            latest = services.refresh().compose(documents ->
                    vertx.executeBlocking(() -> MergedDocument.of(documents, config.documentation(), issuer), false));
        }
        return latest;
    }

    private void send(RoutingContext context, String type, Function<MergedDocument, byte[]> form) {
        latest().onFailure(context::fail).onSuccess(document -> {
            context.response()
                    .putHeader(HttpHeaders.ETAG, document.etag())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (document.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
                context.response().setStatusCode(304).end();
                return;
            }
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
            byte[] body = form.apply(document);
            if (context.request().method() == HttpMethod.HEAD) {
                context.response().putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length)).end();
            } else {
                context.response().end(Buffer.buffer(body));
            }
        });
    }
}
