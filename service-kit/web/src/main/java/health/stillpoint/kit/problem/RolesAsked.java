package health.stillpoint.kit.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Which roles an operation asks for, read from its {@link RolesAllowed}: what its published description says as well. */
final class RolesAsked {

    private static final String ANYBODY = "**";

    private RolesAsked() {
    }

    /** In words; empty when the request met no operation, or one that names no role. */
    static Optional<String> of(ContainerRequestContext request) {
        ResteasyReactiveRequestContext context =
                (ResteasyReactiveRequestContext) ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        return Optional.ofNullable(context.getTarget())
                .map(RuntimeResource::getLazyMethod)
                .flatMap(operation -> of(operation.getMethod()));
    }

    /** The method's own annotation stands before that of its class. */
    static Optional<String> of(Method operation) {
        return Optional.ofNullable(operation.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(operation.getDeclaringClass().getAnnotation(RolesAllowed.class)))
                .map(RolesAllowed::value)
                .filter(roles -> roles.length > 0 && !Arrays.asList(roles).contains(ANYBODY))
                .map(RolesAsked::inWords);
    }

    private static String inWords(String[] roles) {
        return roles.length == 1
                ? "The role " + roles[0] + " is needed."
                : "One of these roles is needed: " + Arrays.stream(roles).sorted().collect(Collectors.joining(", ")) + ".";
    }
}
