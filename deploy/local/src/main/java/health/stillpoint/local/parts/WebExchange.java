package health.stillpoint.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request to the issuer and its answer. */
final class WebExchange {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 64 * 1024;

    private final HttpExchange exchange;

    WebExchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Map<String, String> query() {
        return parameters(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    Map<String, String> form() {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new OAuthError(413, "invalid_request", "the body is too large");
            }
            return parameters(new String(body, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String cookie(String name) {
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of())) {
            for (String pair : header.split(";")) {
                String[] parts = pair.trim().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name) && !parts[1].isEmpty()) {
                    return parts[1];
                }
            }
        }
        return null;
    }

    String bearer() {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()).trim() : "";
    }

    /** Client id and secret of HTTP Basic authentication, each form-encoded as RFC 6749 section 2.3.1 asks. */
    Optional<String[]> basicCredentials() {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring("Basic ".length()).trim()), StandardCharsets.UTF_8);
            String[] parts = pair.split(":", 2);
            return Optional.of(new String[] {decode(parts[0]), parts.length == 2 ? decode(parts[1]) : ""});
        } catch (IllegalArgumentException notBase64) {
            throw new OAuthError(400, "invalid_request", "the Authorization header is not readable");
        }
    }

    /** Lets pages served from this machine, such as the API page of the gateway, sign in by script. */
    void allowLoopbackOrigins() {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && AuthorizationRequest.isLoopback(origin)) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Requested-With");
            exchange.getResponseHeaders().set("Vary", "Origin");
        }
    }

    void setCookie(String name, String value, String pathAndAge) {
        exchange.getResponseHeaders().add("Set-Cookie",
                name + "=" + value + "; Path=" + pathAndAge + "; HttpOnly; SameSite=Lax");
    }

    void json(int status, Map<String, ?> body, Map<String, String> headers) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        answer(status, "application/json", JSON.writeValueAsBytes(body));
    }

    void html(int status, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' http://localhost:* http://127.0.0.1:*");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void redirect(URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        empty(302);
    }

    void empty(int status) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, -1);
    }

    private void answer(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()
                    && parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "") != null) {
                throw new OAuthError(400, "invalid_request", "a parameter is given twice");
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OAuthError(400, "invalid_request", "a parameter is not readable");
        }
    }
}
