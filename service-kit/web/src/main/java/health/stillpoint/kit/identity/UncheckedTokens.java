package health.stillpoint.kit.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Believes every token, so that the benchmark can print what checking costs: {@code token-check} in
 * {@code stillpoint.bench.without}. Needs the profile {@code bench}; in any other this never believes anything.
 */
@ApplicationScoped
class UncheckedTokens {

    private final boolean on;

    UncheckedTokens(@ConfigProperty(name = "stillpoint.bench.without") Optional<List<String>> without) {
        this.on = isOn(ConfigUtils.getProfiles(), without.orElse(List.of()));
    }

    static boolean isOn(List<String> profiles, List<String> without) {
        return profiles.contains("bench") && without.contains("token-check");
    }

    boolean isOn() {
        return on;
    }

    SecurityIdentity identity(String token) {
        try {
            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
            JwtClaims parsed = JwtClaims.parse(claims);
            Set<String> roles = Set.copyOf(parsed.getStringListClaimValue("roles"));
            // The principal turns the claims into JSON values, in place.
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new OidcJwtCallerPrincipal(parsed, new AccessTokenCredential(token)))
                    .addRoles(roles)
                    .build();
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
