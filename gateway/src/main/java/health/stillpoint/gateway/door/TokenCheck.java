package health.stillpoint.gateway.door;

import health.stillpoint.gateway.door.Visit.Visitor;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks who sends a request. The checking itself, and remembering it, is the service kit's. */
@ApplicationScoped
class TokenCheck {

    private final IdentityProviderManager identities;

    TokenCheck(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** The visitor of a verified token; null when no token was sent; fails when it is refused or cannot be checked. */
    Uni<Visitor> visitor(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, identities).map(TokenCheck::visitor);
    }

    private static Visitor visitor(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        return new Visitor(claim(token, "clinic_id"), claim(token, "sub"), claim(token, "azp"));
    }

    private static String claim(JsonWebToken token, String name) {
        Object value = token.getClaim(name);
        return value == null ? "" : value.toString();
    }
}
