package health.stillpoint.gateway.door;

import health.stillpoint.gateway.door.Visit.Visitor;
import health.stillpoint.kit.identity.TokenClaims;
import health.stillpoint.kit.identity.VerifiedTokenCache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks who sends a request. The checking itself, and remembering it, is the service kit's. */
@ApplicationScoped
class TokenCheck {

    private static final String SCHEME = "Bearer ";

    private final IdentityProviderManager identities;
    private final VerifiedTokenCache cache;

    TokenCheck(IdentityProviderManager identities, VerifiedTokenCache cache) {
        this.identities = identities;
        this.cache = cache;
    }

    /** The visitor of a token that was verified a short while ago; null when the token has to be checked. */
    Visitor believed(RoutingContext context) {
        String sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return sent == null || !isShapedLikeToken(sent) ? null : visitor(cache.believed(sent.substring(SCHEME.length())));
    }

    /** The visitor of a verified token; null when no token was sent; fails when it is refused or cannot be checked. */
    Uni<Visitor> visitor(RoutingContext context) {
        String sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null && !isShapedLikeToken(sent)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return QuarkusHttpUser.getSecurityIdentity(context, identities).map(TokenCheck::visitor);
    }

    /** {@code Bearer} and three parts of base64url; what is not is refused before anybody tries to decode it. */
    static boolean isShapedLikeToken(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        int dots = 0;
        int partLength = 0;
        for (int i = SCHEME.length(); i < authorization.length(); i++) {
            char c = authorization.charAt(i);
            if (c == '.') {
                if (partLength == 0) {
                    return false;
                }
                dots++;
                partLength = 0;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
                partLength++;
            } else {
                return false;
            }
        }
        return dots == 2 && partLength > 0;
    }

    private static Visitor visitor(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken)) {
            return null;
        }
        return new Visitor(claim(identity, "clinic_id"), claim(identity, "sub"), claim(identity, "azp"));
    }

    private static String claim(SecurityIdentity identity, String name) {
        return TokenClaims.text(identity, name).orElse("");
    }
}
