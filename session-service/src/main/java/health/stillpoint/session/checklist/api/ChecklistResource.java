package health.stillpoint.session.checklist.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.checklist.Checklists;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import health.stillpoint.session.session.api.ReasonRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The pre-dose checklist of a session. */
@Path("/api/v1/sessions/{id}/pre-dose-checklist")
@Tag(name = "Pre-dose checklist")
@RunOnVirtualThread
public class ChecklistResource {

    private final Checklists checklists;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    ChecklistResource(Checklists checklists, Charting charting, Caller caller, AuditDetail audit) {
        this.checklists = checklists;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @PUT
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "checklist.answer", entity = "PreDoseChecklist")
    @Operation(summary = "Answer the checklist", description = "Every row is judged GO, CAUTION or NO_GO; answering again replaces the list until the dose is given.")
    @APIResponse(responseCode = "200", description = "Judged")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`: not checked in, or dose already given")
    @APIResponse(responseCode = "422", description = "A row is unanswered or out of range; `in-the-future`, or `out-of-order` before the check-in")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public RestResponse<ChecklistView> answer(@RestPath UUID id, @Valid @NotNull ChecklistRequest request) {
        return answer(checklists.answer(id, request.toDomain(charting.happened(request.assessedAt(), "assessedAt")), caller.subjectId()));
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "checklist.read", entity = "PreDoseChecklist")
    @Operation(summary = "Read the checklist")
    @APIResponse(responseCode = "200", description = "The judged list")
    @APIResponse(responseCode = "404", description = "`no-such-pre-dose-checklist`")
    public RestResponse<ChecklistView> read(@RestPath UUID id) {
        return answer(checklists.ofSession(id));
    }

    @POST
    @Path("/sign")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "checklist.sign", entity = "PreDoseChecklist")
    @Operation(summary = "Sign a CAUTION", description = "A blood pressure in the caution band must have been taken again after 15 minutes. A NO_GO has no override.")
    @APIResponse(responseCode = "200", description = "Signed")
    @APIResponse(responseCode = "409", description = "`checklist-cannot-be-signed` with `unmet`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<ChecklistView> sign(@RestPath UUID id, @Valid @NotNull ReasonRequest request) {
        return answer(checklists.sign(id, caller.subjectId(), request.reason()));
    }

    private RestResponse<ChecklistView> answer(PreDoseChecklist checklist) {
        audit.subject(checklist.patientId()).entity("PreDoseChecklist", checklist.id());
        return Answers.ok(ChecklistView.of(checklist), checklist.version());
    }
}
