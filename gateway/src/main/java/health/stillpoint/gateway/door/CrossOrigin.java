package health.stillpoint.gateway.door;

import health.stillpoint.gateway.GatewayConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.handler.CorsHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which web pages may call the API: the listed origins and no other. Off while none is listed. */
final class CrossOrigin {

    private static final Set<String> SENT = Set.of("Authorization", "Content-Type", "Accept", "If-Match",
            "If-None-Match", "Idempotency-Key", "X-Request-Id", "Last-Event-ID", "traceparent");
    private static final Set<String> READ = Set.of("ETag", "Location", "Link", "Retry-After", "RateLimit",
            "RateLimit-Policy", "X-Request-Id", "Idempotency-Replayed", "WWW-Authenticate");

    private CrossOrigin() {
    }

    /**
     * The rules, if any origin is listed. Credentials are never allowed: tokens come in a header, cookies are not read.
     *
     * @throws IllegalArgumentException when an origin is a wildcard or no origin
     */
    static Optional<CorsHandler> rules(GatewayConfig.Cors config) {
        List<String> origins = config.origins().orElse(List.of());
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        origins.forEach(CrossOrigin::check);
        return Optional.of(CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
                        HttpMethod.DELETE))
                .allowedHeaders(SENT)
                .exposedHeaders(READ)
                .maxAgeSeconds((int) config.maxAge().toSeconds()));
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
