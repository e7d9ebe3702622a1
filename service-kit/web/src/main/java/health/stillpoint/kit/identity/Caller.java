package health.stillpoint.kit.identity;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the request of this moment, as their verified access token says. Nothing here comes from a path, a body or a header. */
@ApplicationScoped
public class Caller {

    private final CurrentIdentityAssociation identities;
    private final IdentityConfig config;

    Caller(CurrentIdentityAssociation identities, IdentityConfig config) {
        this.identities = identities;
        this.config = config;
    }

    /** True when a verified token stands behind this request. */
    public boolean isKnown() {
        SecurityIdentity identity = identity();
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken;
    }

    /**
     * The one clinic the caller acts for.
     *
     * @throws ProblemException 403 {@code no-clinic} when the token names none, several, or something else
     */
    public UUID clinicId() {
        return uuidClaim("clinic_id").orElseThrow(() -> new ProblemException(
                Problem.of(403, "no-clinic", "The token names no clinic")));
    }

    /** The token's {@code sub}. */
    public String subject() {
        return ((JsonWebToken) verified().getPrincipal()).getSubject();
    }

    /**
     * The token's {@code sub} as an identifier.
     *
     * @throws ProblemException 403 {@code no-subject} when it is not one
     */
    public UUID subjectId() {
        return uuid(subject()).orElseThrow(() -> new ProblemException(
                Problem.of(403, "no-subject", "The token names no person or program")));
    }

    public Set<String> roles() {
        return identity().getRoles();
    }

    public boolean hasRole(String role) {
        return identity().hasRole(role);
    }

    /** The record that is the caller's own, when the caller is someone we keep a record about. */
    public Optional<UUID> ownRecordId() {
        return uuidClaim(config.ownRecordClaim());
    }

    /** The program through which the caller comes: the token's {@code azp}, or an empty text. */
    public String clientId() {
        return TokenClaims.text(verified(), "azp").orElse("");
    }

    private SecurityIdentity identity() {
        return identities.getIdentity();
    }

    private SecurityIdentity verified() {
        if (!isKnown()) {
            throw new ProblemException(Problem.of(401, "unauthenticated", "A valid access token is required"));
        }
        return identity();
    }

    private Optional<UUID> uuidClaim(String name) {
        return TokenClaims.text(verified(), name).flatMap(Caller::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
