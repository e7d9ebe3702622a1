package health.stillpoint.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a token once and then believes it for a short while.
 *
 * <p>OpenID Connect does the checking. Only what it accepted is kept, under the SHA-256 of the whole token, until the token's
 * {@code exp} and never longer than {@code stillpoint.identity.believed-for} (60 s at most, so that a dismissed person is
 * out within a minute). Tokens are read from the {@code Authorization} header alone, never from a query or a cookie.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokenCache implements HttpAuthenticationMechanism {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SCHEME_LENGTH = "Bearer ".length();

    private final OidcAuthenticationMechanism openIdConnect;
    private final Cache<ByteBuffer, Believed> believed;
    private final UncheckedTokens unchecked;

    VerifiedTokenCache(OidcAuthenticationMechanism openIdConnect, IdentityConfig config, UncheckedTokens unchecked) {
        this.unchecked = unchecked;
        this.openIdConnect = openIdConnect;
        Duration longest = config.believedFor().compareTo(LONGEST) > 0 ? LONGEST : config.believedFor();
        this.believed = Caffeine.newBuilder()
                .maximumSize(config.believedTokens())
                .expireAfter(Expiry.<ByteBuffer, Believed>creating((_, value) -> shorter(longest, value.left())))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviderManager) {
        String header = context.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (header == null || header.length() <= SCHEME_LENGTH || !header.regionMatches(true, 0, "Bearer ", 0, SCHEME_LENGTH)) {
            return Uni.createFrom().nullItem();
        }
        String token = header.substring(SCHEME_LENGTH);
        if (!looksSigned(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (unchecked.isOn()) {
            return Uni.createFrom().item(unchecked.identity(token));
        }
        ByteBuffer key = digest(token);
        SecurityIdentity known = believed(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return openIdConnect.authenticate(context, identityProviderManager).onItem().invoke(identity -> believe(key, identity));
    }

    /** Whom a token names that was verified a short while ago; null for every other token, which has to be verified. */
    public SecurityIdentity believed(String token) {
        return believed(digest(token));
    }

    private SecurityIdentity believed(ByteBuffer key) {
        Believed known = believed.getIfPresent(key);
        return known != null && !known.left().isNegative() ? known.identity() : null;
    }

    /** Three parts, none of them empty: what is less cannot be verified, and not every parser survives it. */
    static boolean looksSigned(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        return first > 0 && second > first + 1 && second < token.length() - 1 && token.indexOf('.', second + 1) < 0;
    }

    private void believe(ByteBuffer key, SecurityIdentity identity) {
        if (identity != null && !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
            believed.put(key, new Believed(withoutRequest(identity, token), token.getExpirationTime()));
        }
    }

    /** The identity without its attributes, which hold on to the request it was first seen in. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity, JsonWebToken token) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addAttribute(TokenClaims.ATTRIBUTE, TokenClaims.all(token))
                .addRoles(identity.getRoles());
        TokenCredential credential = identity.getCredential(TokenCredential.class);
        if (credential != null) {
            copy.addCredential(credential);
        }
        return copy.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return openIdConnect.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return openIdConnect.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return openIdConnect.getCredentialTransport(context);
    }

    /** Forgets every token, as after a change of keys. */
    public void forget() {
        believed.invalidateAll();
    }

    private static Duration shorter(Duration one, Duration other) {
        if (other.isNegative()) {
            return Duration.ZERO;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * An accepted token.
     *
     * @param expiresAt its {@code exp}, in seconds of the Unix clock
     */
    private record Believed(SecurityIdentity identity, long expiresAt) {

        Duration left() {
            return Duration.ofMillis(expiresAt * 1000 - System.currentTimeMillis());
        }
    }
}
