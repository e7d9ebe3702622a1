package health.stillpoint.kit.http;

import health.stillpoint.kit.problem.Expected;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have, one said twice or empty, or a value that it cannot read: a
 * misspelled filter that is ignored answers with everybody's data. Behind the check of roles, so that nobody learns anything of an operation that is not theirs.
 */
@Provider
public class KnownQuery implements ResteasyReactiveContainerRequestFilter {

    private final Map<RuntimeResource, QueryParameters> known = new ConcurrentHashMap<>();

    @Override
    public void filter(ResteasyReactiveContainerRequestContext requestContext) {
        ResteasyReactiveRequestContext request =
                (ResteasyReactiveRequestContext) requestContext.getServerRequestContext();
        if (request.unwrap(RoutingContext.class).request().query() != null) {
            QueryParameters taken = known.computeIfAbsent(request.getTarget(),
                    operation -> QueryParameters.of(operation.getLazyMethod().getMethod()));
            Map<String, List<String>> sent = requestContext.getUriInfo().getQueryParameters();
            requireKnown(sent.keySet(), taken.types().keySet());
            ListFilters.requireUsable(sent, taken.repeatable());
            requireReadable(sent, taken.types());
        }
    }

    static void requireKnown(Set<String> sent, Set<String> known) {
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

    /** The framework would answer 404, as if the list were not there. */
    static void requireReadable(Map<String, List<String>> sent, Map<String, Class<?>> types) {
        List<Violation> unreadable = new ArrayList<>();
        new TreeMap<>(sent).forEach((name, values) -> {
            if (!values.stream().allMatch(value -> Expected.isReadable(types.get(name), value))) {
                unreadable.add(new Violation(name, "query", Expected.of(types.get(name))));
            }
        });
        if (!unreadable.isEmpty()) {
            throw Problems.unreadable().violations(unreadable).toException();
        }
    }
}
