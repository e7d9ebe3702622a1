package health.stillpoint.gateway.contract;

import health.stillpoint.gateway.GatewayConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The page at /docs: Swagger UI from the gateway's own files, nothing from elsewhere. Whoever asks for / is led there, or to the
 * document alone where the page is not shown.
 */
@ApplicationScoped
class DocumentationPage {

    private static final String ASSETS = "META-INF/resources/openapi-ui/";
    private static final String OWN = "documentation/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** Everything the page consists of. */
    private static final Map<String, Asset> FILES = Map.of(
            "/docs", new Asset(OWN + "index.html", HTML),
            "/docs/", new Asset(OWN + "index.html", HTML),
            "/docs/page.js", new Asset(OWN + "page.js", SCRIPT),
            "/docs/page.css", new Asset(OWN + "page.css", STYLE),
            "/docs/swagger-ui.css", new Asset(ASSETS + "swagger-ui.css", STYLE),
            "/docs/swagger-ui-bundle.js", new Asset(ASSETS + "swagger-ui-bundle.js", SCRIPT),
            "/docs/favicon.ico", new Asset(ASSETS + "favicon.ico", "image/x-icon"));

    private final boolean shown;
    private final ConcurrentMap<String, Buffer> read = new ConcurrentHashMap<>();

    private record Asset(String resource, String type) {
    }

    DocumentationPage(GatewayConfig config) {
        this.shown = config.documentation().page();
    }

    void open(@Observes Router router) {
        router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).order(1).handler(this::lead);
        if (shown) {
            FILES.forEach((path, asset) -> router.getWithRegex(path.replace(".", "\\.")).order(1)
                    .handler(context -> send(context, asset)));
        }
    }

    private void lead(RoutingContext context) {
        context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, shown ? "/docs" : "/openapi.json").end();
    }

    private void send(RoutingContext context, Asset asset) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .end(read.computeIfAbsent(asset.resource(), DocumentationPage::read));
    }

    private static Buffer read(String resource) {
        try (InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
