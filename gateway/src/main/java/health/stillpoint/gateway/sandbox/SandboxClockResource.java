package health.stillpoint.gateway.sandbox;

import health.stillpoint.gateway.upstream.ServiceCalls.OnBehalf;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The movable clock of sandbox clinics; production clinics have none. */
@Path("/api/v1/sandbox/clock")
@RunOnVirtualThread
@RolesAllowed("clinic-admin")
@Tag(name = "Sandbox")
class SandboxClockResource {

    private final SandboxClock clock;

    SandboxClockResource(SandboxClock clock) {
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "readSandboxClock", summary = "Where the clinic's clock stands")
    @APIResponse(responseCode = "200", description = "The clock as all three services see it")
    @APIResponse(responseCode = "403", description = "Not a clinic-admin, or not a sandbox clinic")
    @APIResponse(responseCode = "503", description = "A service did not answer (clock-not-moved)")
    public ClockView read(@Context RoutingContext request) {
        return clock.read(OnBehalf.of(request));
    }

    @PUT
    @Operation(operationId = "moveSandboxClock", summary = "Move the clinic's clock on",
            description = "Answers when all three services follow. If one does not, send the same request again.")
    @RequestBody(content = @Content(examples = {
        @ExampleObject(name = "a week on", value = "{\"advance\": \"P7D\"}"),
        @ExampleObject(name = "to a moment", value = "{\"now\": \"2030-03-31T09:30:00Z\"}")}))
    @APIResponse(responseCode = "200", description = "All three services follow")
    @APIResponse(responseCode = "403", description = "Not a clinic-admin, or not a sandbox clinic (not-a-sandbox)")
    @APIResponse(responseCode = "409", description = "The clock does not go backwards (clock-backwards)")
    @APIResponse(responseCode = "422", description = "Not exactly one of now and advance, or out of range")
    @APIResponse(responseCode = "503", description = "A service did not follow; safe to repeat (clock-not-moved)")
    public ClockView move(@Valid @NotNull ClockMove move, @Context RoutingContext request) {
        return clock.move(move, OnBehalf.of(request));
    }
}
