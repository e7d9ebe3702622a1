package health.stillpoint.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks an OpenID Connect issuer for tokens, whichever it is: all it knows of it is the address where discovery starts. */
public final class IssuerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI issuer;
    private final HttpClient http;
    private volatile JsonNode discovery;

    /** @param issuer the value of the claim {@code iss} */
    public IssuerClient(URI issuer, HttpClient http) {
        this.issuer = issuer;
        this.http = http;
    }

    /** Signs in a demonstration login with the command line's client. */
    public Answer signIn(String login) {
        return ask("token_endpoint", Map.of("grant_type", "password", "client_id", LocalIssuer.CLI_CLIENT,
                "username", login, "password", DemoRealm.PASSWORD));
    }

    /** Signs in a program. */
    public Answer clientCredentials(String client, String secret) {
        return ask("token_endpoint", Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** Takes the next pair of tokens for a refresh token of the command line's client. */
    public Answer refresh(String refreshToken) {
        return ask("token_endpoint", Map.of("grant_type", "refresh_token", "client_id", LocalIssuer.CLI_CLIENT,
                "refresh_token", refreshToken));
    }

    /** Posts a form to an endpoint that the discovery document names. */
    public Answer ask(String endpoint, Map<String, String> form) {
        URI target = URI.create(discovery().path(endpoint).asText());
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        HttpResponse<String> response = send(request);
        return new Answer(response.statusCode(), tree(response.body()));
    }

    /** The discovery document, read once. */
    public JsonNode discovery() {
        if (discovery == null) {
            URI document = URI.create(issuer + "/.well-known/openid-configuration");
            discovery = tree(send(HttpRequest.newBuilder(document).timeout(PATIENCE).build()).body());
        }
        return discovery;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the issuer at " + issuer + " does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private JsonNode tree(String body) {
        try {
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException("the issuer at " + issuer + " does not speak OpenID Connect", notJson);
        }
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What an endpoint answered. */
    public record Answer(int status, JsonNode body) {

        /** The access token, or an empty text when there is none. */
        public String accessToken() {
            return body.path("access_token").asText();
        }

        /** The refresh token, or an empty text when there is none. */
        public String refreshToken() {
            return body.path("refresh_token").asText();
        }

        /** Why there is no token, in the issuer's words. */
        public String refusal() {
            return body.path("error_description").asText(body.path("error").asText());
        }
    }
}
