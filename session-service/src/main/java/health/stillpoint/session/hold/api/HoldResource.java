package health.stillpoint.session.hold.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.hold.domain.Hold;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Holds on the next dose. */
@Path("/api/v1/holds")
@Tag(name = "Holds")
@RunOnVirtualThread
public class HoldResource {

    private final Holds holds;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;
    private final Cursors cursors;

    HoldResource(Holds holds, Charting charting, Caller caller, AuditDetail audit, Cursors cursors) {
        this.holds = holds;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "hold.place", entity = "Hold")
    @Operation(summary = "Place a hold by hand", description = "A hold of the same code that already stands is answered instead.")
    @APIResponse(responseCode = "201", description = "Stands")
    @APIResponse(responseCode = "404", description = "`no-such-patient`")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<HoldView> place(@Valid @NotNull HoldRequest request) {
        audit.subject(request.patientId());
        Hold hold = holds.place(request.patientId(), request.code(), null, request.reason(), caller.subjectId());
        audit.entity("Hold", hold.id());
        return Answers.created(URI.create("/api/v1/holds/" + hold.id()), HoldView.of(hold, charting.now()), hold.version());
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "hold.list", entity = "Hold")
    @Operation(summary = "List holds, of one patient or of the clinic")
    @APIResponse(responseCode = "200", description = "A page of holds, oldest first")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<HoldView> list(@RestQuery UUID patientId, @RestQuery @DefaultValue("false") boolean open, @RestQuery String cursor, @RestQuery Integer limit) {
        if (patientId != null) {
            audit.subject(patientId);
        }
        int size = cursors.limit(limit);
        UUID after = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        List<HoldView> found = holds.list(patientId, open, after, size + 1).stream().map(hold -> HoldView.of(hold, charting.now())).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "hold.read", entity = "Hold")
    @Operation(summary = "Read a hold")
    @APIResponse(responseCode = "200", description = "The hold")
    @APIResponse(responseCode = "404", description = "`no-such-hold`")
    public RestResponse<HoldView> read(@RestPath UUID id) {
        return answer(holds.withId(id));
    }

    @POST
    @Path("/{id}/clear")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "hold.clear", entity = "Hold")
    @Operation(summary = "Lift a hold",
            description = "Only the roles named in `clearedByRoles`; a hard block lifts only when its cause is gone, "
                    + "and none while a safety alert behind it is not resolved in outcome-service.")
    @APIResponse(responseCode = "200", description = "Lifted")
    @APIResponse(responseCode = "409", description = "`hold-not-cleared` with `unmet`, or `hold-source-unresolved` with `alerts`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<HoldView> clear(@RestPath UUID id, @Valid @NotNull ClearHoldRequest request) {
        return answer(holds.clear(id, caller.roles(), caller.subjectId(), request.reason(), request.clearedUntil(), request.negativeTestAt()));
    }

    private RestResponse<HoldView> answer(Hold hold) {
        audit.subject(hold.patientId());
        return Answers.ok(HoldView.of(hold, charting.now()), hold.version());
    }
}
