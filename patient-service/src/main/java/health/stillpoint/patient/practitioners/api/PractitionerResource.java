package health.stillpoint.patient.practitioners.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The clinic's staff. */
@Path("/api/v1/practitioners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Practitioners", description = "Who works at the clinic")
public class PractitionerResource {

    private final Practitioners practitioners;
    private final Caller caller;
    private final AuditDetail audit;
    private final Cursors cursors;

    PractitionerResource(Practitioners practitioners, Caller caller, AuditDetail audit, Cursors cursors) {
        this.practitioners = practitioners;
        this.caller = caller;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @ClinicOperation(action = "practitioner.add", entity = "Practitioner")
    @Operation(summary = "Add a member of staff",
            description = "What they may call is said by the roles of their token; the roles here say what they do in care teams.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "prescriber", value = PractitionerExamples.ENTRY)))
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "409", description = "subject-taken or npi-taken")
    @APIResponse(responseCode = "422", description = "A value outside its range, or a wrong check digit (invalid-value)")
    public RestResponse<PractitionerView> add(@Valid @NotNull PractitionerRequest request) {
        PractitionerView view = PractitionerView.of(practitioners.add(request.toDomain(), caller.subjectId()));
        audit.entity("Practitioner", view.id());
        return Answers.created(URI.create("/api/v1/practitioners/" + view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "practitioner.list", entity = "Practitioner")
    @Operation(summary = "List the staff, first added first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    public Page<PractitionerView> list(
            @Parameter(description = "Only those with this role") @RestQuery PractitionerRole role,
            @Parameter(description = "true = only who works here, false = only who left") @RestQuery Boolean active,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        UUID last = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        return cursors.page(
                practitioners.after(last, role, active, size + 1).stream().map(PractitionerView::of).toList(),
                size,
                view -> new String[] {view.id().toString()});
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "practitioner.read", entity = "Practitioner")
    @Operation(summary = "Read a member of staff")
    @APIResponse(responseCode = "200", description = "The practitioner, with ETag")
    @APIResponse(responseCode = "404", description = "No such practitioner")
    public RestResponse<PractitionerView> read(@RestPath UUID id) {
        PractitionerView view = PractitionerView.of(practitioners.read(new PractitionerId(id)));
        return Answers.ok(view, view.version());
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @ClinicOperation(action = "practitioner.change", entity = "Practitioner")
    @Operation(summary = "Change what is known of a member of staff",
            description = "Absent fields stay. Needs If-Match. A role taken away ends the places in care teams that rest on it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "roles", value = PractitionerExamples.CHANGE)))
    @APIResponse(responseCode = "200", description = "Changed, with the new ETag")
    @APIResponse(responseCode = "400", description = "unreadable or if-match-unusable")
    @APIResponse(responseCode = "409", description = "subject-taken, npi-taken or practitioner-ended")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PractitionerView> change(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull PractitionerPatch patch) {
        PractitionerId practitionerId = new PractitionerId(id);
        Answers.requireMatch(ifMatch, practitioners.lock(practitionerId).version());
        audit.fields(patch.fields());
        PractitionerView view = PractitionerView.of(practitioners.change(practitionerId, patch::applyTo));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @ClinicOperation(action = "practitioner.end", entity = "Practitioner")
    @Operation(summary = "Record that somebody no longer works here",
            description = "Ends every place in a care team at once; alerts of a team without a clinician go to the whole clinic.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "left", value = PractitionerExamples.END)))
    @APIResponse(responseCode = "200", description = "Ended, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such practitioner")
    @APIResponse(responseCode = "409", description = "practitioner-ended")
    public RestResponse<PractitionerView> end(@RestPath UUID id, @Valid @NotNull PractitionerEndRequest request) {
        PractitionerView view = PractitionerView.of(practitioners.end(new PractitionerId(id), request.reason()));
        return Answers.ok(view, view.version());
    }
}
