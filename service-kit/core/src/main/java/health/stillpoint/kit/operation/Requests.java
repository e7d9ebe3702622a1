package health.stillpoint.kit.operation;

import health.stillpoint.kit.audit.AuditDraft;
import health.stillpoint.kit.http.RequestId;
import health.stillpoint.kit.identity.TokenClaims;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads from a request what its operation needs to know. */
final class Requests {

    private static final int UUID_LENGTH = 36;

    private Requests() {
    }

    /** The token behind the request, empty when there was none or it was not believed. */
    static Optional<SecurityIdentity> identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }

    /** The one clinic the token names. */
    static Optional<UUID> clinic(SecurityIdentity identity) {
        return TokenClaims.text(identity, "clinic_id").flatMap(Requests::uuid);
    }

    static Actor actor(RoutingContext context, SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String roles = identity.getRoles().stream().sorted().collect(Collectors.joining(","));
        return new Actor(text(token.getSubject()), TokenClaims.text(identity, "azp").orElse(""), roles, RequestId.of(context),
                RequestId.traceparentOf(context), ip(context.request()));
    }

    static AuditDraft draft(ClinicOperation operation, RoutingContext context) {
        return new AuditDraft(operation.action(), operation.entity(), lastId(context.normalizedPath()));
    }

    /** The last identifier in a path: the record that is meant. */
    static UUID lastId(String path) {
        int end = path.length();
        while (end > 0) {
            int start = path.lastIndexOf('/', end - 1);
            if (end - start - 1 == UUID_LENGTH) {
                Optional<UUID> id = uuid(path.substring(start + 1, end));
                if (id.isPresent()) {
                    return id.get();
                }
            }
            end = start;
        }
        return null;
    }

    private static String ip(HttpServerRequest request) {
        String address = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return text(address);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static Optional<UUID> uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
