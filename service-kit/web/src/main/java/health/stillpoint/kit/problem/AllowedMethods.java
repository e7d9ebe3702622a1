package health.stillpoint.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** Which methods a path knows, as RFC 9110 wants it told with a 405; asked of the routes themselves. */
final class AllowedMethods {

    private AllowedMethods() {
    }

    /** For the {@code Allow} header, sorted; HEAD goes with GET, and OPTIONS is always answered. */
    static String of(ContainerRequestContext request) {
        ResteasyReactiveRequestContext context =
                (ResteasyReactiveRequestContext) ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        RequestMapper.RequestMatch<InitialMatch> resource =
                new RequestMapper<>(context.getDeployment().getClassMappers()).map(context.getPathWithoutPrefix());
        if (resource != null) {
            String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
            for (ServerRestHandler handler : resource.value.handlers) {
                if (handler instanceof ClassRoutingHandler routes) {
                    routes.getMappers().forEach((method, paths) -> {
                        if (method != null && paths.map(rest) != null) {
                            methods.add(method);
                        }
                    });
                }
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
