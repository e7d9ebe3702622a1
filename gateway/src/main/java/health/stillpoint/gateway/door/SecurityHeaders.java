package health.stillpoint.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What every answer tells a browser; the service kit adds {@code nosniff} and {@code no-store}. */
final class SecurityHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** The documentation page runs the scripts that are shipped with the gateway and nothing else. */
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {
    }

    static void set(RoutingContext context, boolean tlsInFront) {
        MultiMap headers = context.response().headers();
        boolean page = context.request().path() != null && context.request().path().startsWith("/docs");
        headers.set("Content-Security-Policy", page ? PAGE : NOTHING);
        headers.set("Referrer-Policy", "no-referrer");
        if (tlsInFront || context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
