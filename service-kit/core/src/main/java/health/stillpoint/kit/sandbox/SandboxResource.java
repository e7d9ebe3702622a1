package health.stillpoint.kit.sandbox;

import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.time.ClinicClock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clock of the caller's clinic in this service. */
@Path("/api/v1/sandbox/clock")
@Tag(name = "Sandbox")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SandboxResource {

    private final SandboxClocks clocks;
    private final SandboxConfig config;
    private final ClinicClock clock;

    SandboxResource(SandboxClocks clocks, SandboxConfig config, ClinicClock clock) {
        this.clocks = clocks;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("**")
    @ClinicOperation(action = "sandbox.read-clock", entity = "SandboxClock", readOnly = true)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The clinic's time")
    @APIResponse(responseCode = "200", description = "Clinic time and how far it is ahead of real time")
    public ClockView read() {
        return view();
    }

    @PUT
    @RolesAllowed("clinic-admin")
    @ClinicOperation(action = "sandbox.move-clock", entity = "SandboxClock")
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Move the clinic's time ahead")
    @APIResponse(responseCode = "200", description = "Moved, or there already")
    @APIResponse(responseCode = "403", description = "Not a sandbox clinic")
    @APIResponse(responseCode = "409", description = "Time never goes backwards")
    public ClockView move(@Valid @NotNull ClockRequest request) {
        Operation operation = Operation.current();
        if (!config.isSandbox(operation.clinicId())) {
            throw Problem.of(403, "not-a-sandbox", "Only a sandbox clinic's clock can be moved").toException();
        }
        if (!clocks.moveTo(operation.clinicId(), request.offsetSeconds(), operation.actor().subject())) {
            throw Problem.of(409, "clock-backwards", "A clinic's time never goes backwards").toException();
        }
        operation.offsetSeconds(request.offsetSeconds());
        return view();
    }

    private ClockView view() {
        Operation operation = Operation.current();
        return new ClockView(config.isSandbox(operation.clinicId()), operation.offsetSeconds(), clock.now(), clock.real());
    }

    /**
     * Where the clock is to stand.
     *
     * @param offsetSeconds seconds ahead of real time, at most 100 years
     */
    public record ClockRequest(@NotNull @Min(0) @Max(3_155_760_000L) Long offsetSeconds) {
    }

    /**
     * Where it stands.
     *
     * @param now clinic time, UTC
     * @param realNow real time, UTC
     */
    public record ClockView(boolean sandbox, long offsetSeconds, Instant now, Instant realNow) {
    }
}
