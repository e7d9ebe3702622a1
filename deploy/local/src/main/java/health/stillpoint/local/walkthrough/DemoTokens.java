package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.local.parts.DemoRealm;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens of the demonstration logins, from whatever issuer knows them: the embedded one or Keycloak with the demo realm. */
public final class DemoTokens implements TokenSource {

    private static final Duration REMAINING = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI issuer;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private volatile URI tokenEndpoint;

    /** @param issuer the issuer's URL, the one discovery starts from */
    public DemoTokens(URI issuer, HttpClient http) {
        this.issuer = issuer;
        this.http = http;
    }

    private record Held(String token, Instant goodUntil) {}

    @Override
    public String tokenOf(String login) {
        return held.compute(login, (_, present) ->
                present != null && Instant.now().plus(REMAINING).isBefore(present.goodUntil()) ? present : signIn(login)).token();
    }

    private Held signIn(String login) {
        Map<String, String> form = Map.of("grant_type", "password", "client_id", "stillpoint-cli",
                "username", login, "password", DemoRealm.PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        JsonNode answer = json(request);
        if (!answer.has("access_token")) {
            throw new WalkthroughFailure("no token for " + login + ": " + answer.path("error_description").asText(answer.path("error").asText()));
        }
        return new Held(answer.get("access_token").asText(), Instant.now().plusSeconds(answer.path("expires_in").asLong(60)));
    }

    private URI tokenEndpoint() {
        if (tokenEndpoint == null) {
            JsonNode discovery = json(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(10)).build());
            tokenEndpoint = URI.create(discovery.path("token_endpoint").asText());
        }
        return tokenEndpoint;
    }

    private JsonNode json(HttpRequest request) {
        try {
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new WalkthroughFailure("the issuer at " + issuer + " does not answer; ./stillpoint up starts it", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WalkthroughFailure("interrupted");
        }
    }
}
