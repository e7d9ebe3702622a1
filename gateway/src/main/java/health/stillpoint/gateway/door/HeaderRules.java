package health.stillpoint.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which headers pass the gateway, in both directions. */
final class HeaderRules {

    /**
     * Headers by which somebody could pretend to be another person, place or request; services take identity from the
     * token alone, and these are removed all the same.
     */
    private static final List<String> FORGEABLE_PREFIXES = List.of(
            "x-user", "x-tenant", "x-clinic", "x-role", "x-forwarded-", "x-auth", "x-remote-", "x-original-",
            "x-rewrite-", "x-principal", "x-subject", "x-patient", "x-client-", "x-ssl-", "x-http-method",
            "x-method-override", "x-real-ip", "x-cluster-client", "x-envoy-", "ce_", "ce-");

    private static final Set<String> NOT_PASSED_IN = Set.of("forwarded", "cookie", "cookie2", "expect", "via",
            "true-client-ip", "cf-connecting-ip", "connection", "keep-alive", "proxy-connection",
            "proxy-authorization", "te", "trailer", "upgrade", "http2-settings");

    private static final List<String> NOT_PASSED_OUT = List.of("server", "x-powered-by", "set-cookie", "connection",
            "keep-alive", "proxy-authenticate", "trailer", "upgrade", "via",
            // Said by the gateway itself, once.
            "x-request-id", "x-content-type-options", "strict-transport-security", "content-security-policy",
            "referrer-policy", "ratelimit", "ratelimit-policy", "access-control-allow-origin",
            "access-control-allow-credentials", "access-control-expose-headers");

    private HeaderRules() {
    }

    /** Removes what must not reach a service and says who asked, in the headers that services may believe. */
    static void inwards(MultiMap headers, HttpServerRequest request, String requestId) {
        List<String> unwanted = new ArrayList<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("connection")) {
                unwanted.addAll(nominated(header.getValue()));
            }
            if (NOT_PASSED_IN.contains(name) || isForgeable(name)) {
                unwanted.add(name);
            }
        }
        unwanted.forEach(headers::remove);
        headers.set("X-Request-Id", requestId);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    /** Removes what a service says about itself or about its own connection. */
    static void outwards(MultiMap headers) {
        for (String name : NOT_PASSED_OUT) {
            headers.remove(name);
        }
    }

    /** Names and values together, bytes. */
    static int size(MultiMap headers) {
        int bytes = 0;
        for (Map.Entry<String, String> header : headers) {
            bytes += header.getKey().length() + header.getValue().length() + 4;
        }
        return bytes;
    }

    /** Headers that the caller declares to belong to the connection; the token cannot be declared away. */
    private static List<String> nominated(String connection) {
        List<String> names = new ArrayList<>();
        for (String option : connection.split(",")) {
            String name = option.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("authorization") && !name.equals("content-length")
                    && !name.equals("content-type")) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isForgeable(String name) {
        char first = name.charAt(0);
        if (first != 'x' && first != 'c') {
            return false;
        }
        for (String prefix : FORGEABLE_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
