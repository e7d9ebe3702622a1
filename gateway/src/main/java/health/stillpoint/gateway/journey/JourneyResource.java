package health.stillpoint.gateway.journey;

import health.stillpoint.gateway.upstream.ServiceCalls.OnBehalf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One patient's whole way at a glance. */
@Path("/api/v1/patients/{id}/journey")
@RunOnVirtualThread
@RolesAllowed({"clinic-admin", "prescriber", "therapist", "monitor", "patient"})
@Tag(name = "Journey")
class JourneyResource {

    private final Journeys journeys;

    JourneyResource(Journeys journeys) {
        this.journeys = journeys;
    }

    @GET
    @Operation(operationId = "readJourney", summary = "A patient's way through the programme",
            description = "Put together from all services with the caller's own rights; each section says whether it is all there.")
    @APIResponse(responseCode = "200", description = "The journey; sections of a service that is down are UNAVAILABLE")
    @APIResponse(responseCode = "403", description = "The caller may not read this patient")
    @APIResponse(responseCode = "404", description = "No such patient in the caller's clinic")
    @APIResponse(responseCode = "503", description = "No service answered")
    public JourneyView read(@RestPath UUID id, @Context RoutingContext request) {
        return journeys.of(id, OnBehalf.of(request));
    }
}
