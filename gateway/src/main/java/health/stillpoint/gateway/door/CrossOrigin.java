package health.stillpoint.gateway.door;

import health.stillpoint.gateway.GatewayConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.handler.CorsHandler;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Which web pages may call the API: those of the gateway itself, those of the listed origins, and no other. A browser names the
 * origin of the page that asks; whoever names none is no page of another origin.
 */
final class CrossOrigin {

    private static final Set<String> SENT = Set.of("Authorization", "Content-Type", "Accept", "If-Match",
            "If-None-Match", "Idempotency-Key", "X-Request-Id", "Last-Event-ID", "traceparent");
    private static final Set<String> READ = Set.of("ETag", "Location", "Link", "Retry-After", "RateLimit",
            "RateLimit-Policy", "X-Request-Id", "Idempotency-Replayed", "WWW-Authenticate");

    private final Set<String> listed;
    private final boolean tlsInFront;
    private final CorsHandler rules;

    /** Who asks. */
    enum Page {
        /** No page of another origin. */
        OWN,
        LISTED,
        FOREIGN
    }

    /**
     * Credentials are never allowed: tokens come in a header, cookies are not read.
     *
     * @param tlsInFront whether callers reach the gateway by https although it speaks http
     * @throws IllegalArgumentException when an origin is a wildcard or no origin
     */
    CrossOrigin(GatewayConfig.Cors config, boolean tlsInFront) {
        List<String> origins = config.origins().orElse(List.of());
        origins.forEach(CrossOrigin::check);
        this.listed = Set.copyOf(origins);
        this.tlsInFront = tlsInFront;
        this.rules = CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
                        HttpMethod.DELETE))
                .allowedHeaders(SENT)
                .exposedHeaders(READ)
                .maxAgeSeconds((int) config.maxAge().toSeconds());
    }

    Page page(HttpServerRequest request) {
        List<String> origins = request.headers().getAll(HttpHeaders.ORIGIN);
        if (origins.isEmpty() || origins.size() == 1 && isOwn(request, origins.getFirst())) {
            return Page.OWN;
        }
        return origins.size() == 1 && listed.contains(origins.getFirst()) ? Page.LISTED : Page.FOREIGN;
    }

    /** What a page of a listed origin may send and read; answers its preflight. */
    CorsHandler rules() {
        return rules;
    }

    /** The page came from the address that is called, by the same scheme, host and port. */
    private boolean isOwn(HttpServerRequest request, String origin) {
        HostAndPort called = request.authority();
        String scheme = tlsInFront || request.isSSL() ? "https" : "http";
        return called != null && (origin.equalsIgnoreCase(scheme + "://" + called)
                || origin.equalsIgnoreCase(scheme + "://" + called.host()) && called.port() == (scheme.equals("https") ? 443 : 80));
    }

    private static void check(String origin) {
        boolean plain = !origin.contains("*") && origin.startsWith("http") && hasOnlyHost(URI.create(origin));
        if (!plain) {
            throw new IllegalArgumentException("stillpoint.gateway.cors.origins: not an origin: " + origin);
        }
    }

    private static boolean hasOnlyHost(URI origin) {
        return origin.getHost() != null && origin.getUserInfo() == null && origin.getRawQuery() == null
                && (origin.getRawPath() == null || origin.getRawPath().isEmpty());
    }
}
