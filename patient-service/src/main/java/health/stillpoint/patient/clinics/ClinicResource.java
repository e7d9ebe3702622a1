package health.stillpoint.patient.clinics;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own clinic; the token says which. */
@Path("/api/v1/clinic")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clinic", description = "What the caller's clinic says of itself")
public class ClinicResource {

    private final Clinics clinics;
    private final ClinicLimits limits;
    private final Caller caller;
    private final AuditDetail audit;

    ClinicResource(Clinics clinics, ClinicLimits limits, Caller caller, AuditDetail audit) {
        this.clinics = clinics;
        this.limits = limits;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "clinic.read", entity = "Clinic")
    @Operation(summary = "Read the caller's clinic", description = "There is no way to name another.")
    @APIResponse(responseCode = "200", description = "The clinic with ETag; version 0 before it has said anything")
    public RestResponse<ClinicView> read() {
        UUID id = caller.clinicId();
        audit.entity("Clinic", id);
        Map<String, String> own = limits.overriddenFor(id);
        ClinicView view =
                clinics.own().map(clinic -> ClinicView.of(clinic, own)).orElseGet(() -> ClinicView.silent(id, own));
        return Answers.ok(view, view.version());
    }

    @PUT
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @ClinicOperation(action = "clinic.describe", entity = "Clinic")
    @Operation(summary = "Say what the clinic is called, where it is and how it is reached",
            description = "Needs If-Match, \"0\" the first time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "clinic", value = ClinicExamples.DESCRIPTION)))
    @APIResponse(responseCode = "200", description = "Said, with the new ETag")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<ClinicView> describe(
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull ClinicRequest request) {
        UUID id = caller.clinicId();
        audit.entity("Clinic", id);
        ClinicProfile clinic = clinics.describe(request, revision -> Answers.requireMatch(ifMatch, revision));
        ClinicView view = ClinicView.of(clinic, limits.overriddenFor(id));
        return Answers.ok(view, view.version());
    }
}
