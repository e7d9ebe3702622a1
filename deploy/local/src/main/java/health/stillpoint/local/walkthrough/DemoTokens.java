package health.stillpoint.local.walkthrough;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.IssuerClient;
import health.stillpoint.local.parts.KeycloakOperator;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the demonstration logins, from whatever issuer knows them: the embedded one or Keycloak with the demo realm. */
public final class DemoTokens implements TokenSource {

    private static final Duration REMAINING = Duration.ofSeconds(30);
    private static final int SHORTEST_LIFE_SECONDS = 60;

    private final IssuerClient issuer;
    private final URI address;
    private final Optional<KeycloakOperator> operator;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** @param issuer the issuer's URL, the one discovery starts from */
    public DemoTokens(URI issuer, HttpClient http) {
        this(issuer, http, Optional.empty());
    }

    /** @param operator of a Keycloak, which knows no patient until it is told */
    public DemoTokens(URI issuer, HttpClient http, Optional<KeycloakOperator> operator) {
        this.issuer = new IssuerClient(issuer, http);
        this.address = issuer;
        this.operator = operator;
    }

    private record Held(String token, Instant goodUntil) {}

    @Override
    public String tokenOf(String login) {
        return held.compute(login, (_, present) ->
                present != null && Instant.now().plus(REMAINING).isBefore(present.goodUntil()) ? present : signIn(login)).token();
    }

    private Held signIn(String login) {
        try {
            operator.ifPresent(known -> DemoRealm.person(login).filter(person -> person.patientId().isPresent()).ifPresent(known::ensurePatient));
            IssuerClient.Answer answer = issuer.signIn(login);
            if (answer.accessToken().isEmpty()) {
                throw new WalkthroughFailure("no token for " + login + ": " + answer.refusal());
            }
            return new Held(answer.accessToken(),
                    Instant.now().plusSeconds(answer.body().path("expires_in").asLong(SHORTEST_LIFE_SECONDS)));
        } catch (UncheckedIOException unreachable) {
            throw new WalkthroughFailure("the issuer at " + address + " does not answer; ./stillpoint up starts it", unreachable);
        }
    }
}
