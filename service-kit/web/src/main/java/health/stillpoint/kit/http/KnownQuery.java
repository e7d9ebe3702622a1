package health.stillpoint.kit.http;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Violation;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have: a misspelled filter that is ignored answers with everybody's
 * data. Behind the check of roles, so that nobody learns anything of an operation that is not theirs.
 */
@Provider
public class KnownQuery implements ResteasyReactiveContainerRequestFilter {

    private final Map<RuntimeResource, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ResteasyReactiveContainerRequestContext requestContext) {
        ResteasyReactiveRequestContext request =
                (ResteasyReactiveRequestContext) requestContext.getServerRequestContext();
        if (request.unwrap(RoutingContext.class).request().query() != null) {
            requireKnown(requestContext.getUriInfo().getQueryParameters().keySet(), known.computeIfAbsent(request.getTarget(),
                    operation -> QueryNames.of(operation.getLazyMethod().getMethod())));
        }
    }

    static void requireKnown(Set<String> sent, SortedSet<String> known) {
        SortedSet<String> unknown = new TreeSet<>(sent);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.of(400, "unknown-parameter", "There is no such query parameter")
                    .detail(known.isEmpty() ? "This operation takes none." : "This operation takes " + String.join(", ", known) + ".")
                    .violations(unknown.stream()
                            .map(name -> new Violation(Violation.harmless(name), "query", "is not known")).toList())
                    .toException();
        }
    }
}
