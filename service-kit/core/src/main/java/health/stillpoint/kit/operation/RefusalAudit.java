package health.stillpoint.kit.operation;

import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerResponseFilter;

/**
 * Audits every answer of an operation that did not commit, before it leaves: a role that was missing, a record of another
 * clinic, a value out of range, a rule that said no, others who were always faster, a redirect. When that cannot be written, the answer
 * is 503; of any other 503 nothing is written, since the database would be asked in vain.
 */
@Provider
public class RefusalAudit implements ResteasyReactiveContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
    private static final String UNAUTHENTICATED = "stillpoint.unauthenticated";

    private final ClinicOperations operations;
    private final MeterRegistry meters;
    private final Map<RuntimeResource, Optional<ClinicOperation>> bindings = new ConcurrentHashMap<>();

    RefusalAudit(ClinicOperations operations, MeterRegistry meters) {
        this.operations = operations;
        this.meters = meters;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext requestContext, ContainerResponseContext response) {
        if (response.getStatus() == 401) {
            meters.counter(UNAUTHENTICATED).increment();
            return;
        }
        ResteasyReactiveRequestContext request =
                (ResteasyReactiveRequestContext) requestContext.getServerRequestContext();
        RoutingContext context = request.unwrap(RoutingContext.class);
        RequestState state = RequestState.of(context);
        boolean overtaken = state != null && state.isOvertaken();
        if (response.getStatus() < 300 || response.getStatus() == 503 && !overtaken || state != null && state.isCommitted()) {
            return;
        }
        Operation refused = state == null ? unbegun(request, context) : state.operation();
        if (refused == null) {
            return;
        }
        if (BlockingOperationControl.isBlockingAllowed()) {
            audit(refused, response);
            return;
        }
        requestContext.suspend();
        Thread.startVirtualThread(() -> {
            audit(refused, response);
            requestContext.resume();
        });
    }

    /** The operation of a request that was refused before it began; null when nothing of a clinic was asked for. */
    private Operation unbegun(ResteasyReactiveRequestContext request, RoutingContext context) {
        if (request.getTarget() == null) {
            return null;
        }
        ClinicOperation binding = bindings.computeIfAbsent(request.getTarget(), RefusalAudit::binding).orElse(null);
        SecurityIdentity identity = Requests.identity(context).orElse(null);
        if (binding == null || identity == null) {
            return null;
        }
        UUID clinicId = Requests.clinic(identity).orElse(null);
        return clinicId == null
                ? null
                : new Operation(clinicId, Requests.actor(context, identity), Requests.draft(binding, context));
    }

    private static Optional<ClinicOperation> binding(RuntimeResource resource) {
        Method method = resource.getLazyMethod().getMethod();
        ClinicOperation own = method.getAnnotation(ClinicOperation.class);
        return Optional.ofNullable(own == null ? method.getDeclaringClass().getAnnotation(ClinicOperation.class) : own);
    }

    private void audit(Operation refused, ContainerResponseContext response) {
        String code = response.getEntity() instanceof Problem problem ? problem.getCode() : "";
        try {
            operations.refused(refused, Outcome.ofRefusal(response.getStatus()), code);
        } catch (Exception e) {
            LOG.errorf("A refusal could not be audited: %s", Faults.describe(e));
            response.setStatus(Response.Status.SERVICE_UNAVAILABLE.getStatusCode());
            response.getHeaders().putSingle("Retry-After", "1");
            response.setEntity(Problems.unavailable(), null, MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
