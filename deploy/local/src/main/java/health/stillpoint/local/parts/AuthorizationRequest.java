package health.stillpoint.local.parts;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser's request for an authorization code, already found to be a proper one. */
record AuthorizationRequest(
        String clientId, String redirectUri, String state, String challenge, String nonce, String scope, String prompt) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    static AuthorizationRequest of(Map<String, String> parameters, List<String> clients) {
        AuthorizationRequest request = new AuthorizationRequest(
                parameters.getOrDefault("client_id", ""),
                parameters.getOrDefault("redirect_uri", ""),
                parameters.get("state"),
                parameters.getOrDefault("code_challenge", ""),
                parameters.get("nonce"),
                parameters.getOrDefault("scope", ""),
                parameters.getOrDefault("prompt", ""));
        require(clients.contains(request.clientId()), "unknown client_id");
        require(isLoopback(request.redirectUri()), "redirect_uri must lie on this machine");
        require("code".equals(parameters.get("response_type")), "response_type must be code");
        require("S256".equals(parameters.get("code_challenge_method")), "code_challenge_method must be S256");
        require(request.challenge().length() == 43, "code_challenge must be 43 characters");
        return request;
    }

    static boolean isLoopback(String uri) {
        try {
            URI target = URI.create(uri);
            return List.of("http", "https").contains(target.getScheme())
                    && LOOPBACK.contains(target.getHost())
                    && target.getUserInfo() == null
                    && target.getFragment() == null;
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    boolean wantsSignIn() {
        return prompt.equals("login");
    }

    boolean forbidsSignIn() {
        return prompt.equals("none");
    }

    /** Where the browser goes next, carrying these parameters and the client's state. */
    URI redirect(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (state != null) {
            all.put("state", state);
        }
        String query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
    }

    /** The request again as form fields. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", clientId);
        fields.put("redirect_uri", redirectUri);
        fields.put("response_type", "code");
        fields.put("code_challenge", challenge);
        fields.put("code_challenge_method", "S256");
        fields.put("scope", scope);
        if (state != null) {
            fields.put("state", state);
        }
        if (nonce != null) {
            fields.put("nonce", nonce);
        }
        return fields;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new OAuthError(400, "invalid_request", otherwise);
        }
    }
}
