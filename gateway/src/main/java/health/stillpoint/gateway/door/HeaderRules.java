package health.stillpoint.gateway.door;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Date;
import java.util.HashSet;
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
            "true-client-ip", "cf-connecting-ip", "connection", "keep-alive", "proxy-connection", "proxy-authenticate",
            "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings",
            // Said by the gateway itself.
            "host", "x-request-id");

    private static final Set<String> NOT_PASSED_OUT = Set.of("server", "x-powered-by", "set-cookie", "connection",
            "keep-alive", "proxy-authenticate", "trailer", "transfer-encoding", "upgrade", "via",
            // Said by the gateway itself, once.
            "x-request-id", "x-content-type-options", "strict-transport-security", "content-security-policy",
            "referrer-policy", "ratelimit", "ratelimit-policy", "access-control-allow-origin",
            "access-control-allow-credentials", "access-control-expose-headers");

    private HeaderRules() {
    }

    /** Copies what may reach a service and says who asked, in the headers that services may believe. */
    static void inwards(HttpServerRequest request, MultiMap toService, String requestId) {
        Set<String> nominated = nominated(request.headers().getAll(HttpHeaders.CONNECTION));
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_PASSED_IN.contains(name) && !isForgeable(name) && !nominated.contains(name)) {
                toService.add(header.getKey(), header.getValue());
            }
        }
        toService.set("X-Request-Id", requestId);
        toService.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        toService.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        if (request.authority() != null) {
            toService.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    /** Copies a service's answer but for what it says about itself or about its own connection. */
    static void outwards(MultiMap fromService, MultiMap answer) {
        if (fromService.contains(HttpHeaders.CACHE_CONTROL)) {
            answer.remove(HttpHeaders.CACHE_CONTROL); // else the gateway's own would stand beside the service's
        }
        Set<String> nominated = nominated(fromService.getAll(HttpHeaders.CONNECTION));
        for (Map.Entry<String, String> header : fromService) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_PASSED_OUT.contains(name) && !nominated.contains(name)) {
                answer.add(header.getKey(), header.getValue());
            }
        }
        if (!answer.contains(HttpHeaders.DATE)) {
            answer.set(HttpHeaders.DATE, DateFormatter.format(new Date())); // RFC 9110 section 6.6.1
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

    /** Headers that the sender declares to belong to the connection; the token and what frames the body cannot be declared away. */
    private static Set<String> nominated(List<String> connection) {
        if (connection.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String option : String.join(",", connection).split(",")) {
            String name = option.strip().toLowerCase(Locale.ROOT);
            if (!name.equals("authorization") && !name.equals("content-length") && !name.equals("content-type")) {
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
