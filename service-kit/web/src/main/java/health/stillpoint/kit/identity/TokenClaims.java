package health.stillpoint.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Claims of a verified token, read once: the library's look-up of a claim it does not know costs an exception each time. */
public final class TokenClaims {

    static final String ATTRIBUTE = "stillpoint.claims";

    private TokenClaims() {
    }

    /** A claim as text; empty when the token has none of that name. */
    public static Optional<String> text(SecurityIdentity identity, String name) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Map<?, ?> claims) {
            return Optional.ofNullable((String) claims.get(name));
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }

    static Map<String, String> all(JsonWebToken token) {
        Map<String, String> claims = new HashMap<>();
        for (String name : token.getClaimNames()) {
            Object value = token.getClaim(name);
            if (value != null) {
                claims.put(name, value.toString());
            }
        }
        return Map.copyOf(claims);
    }
}
