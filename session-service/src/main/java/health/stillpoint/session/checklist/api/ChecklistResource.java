package health.stillpoint.session.checklist.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
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
    @Operation(summary = "Answer the checklist", description = "Every row is judged GO, CAUTION or NO_GO; answering again replaces the list until the dose is given, and every version is kept. A NO_GO is taken back by a prescriber with `replacementReason`; a better blood pressure counts 15 minutes after the one before.")
    @APIResponse(responseCode = "200", description = "Judged")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`: not checked in, or dose already given; `checklist-cannot-be-replaced` with `unmet`")
    @APIResponse(responseCode = "422", description = "A row is unanswered or out of range; `in-the-future`, or `out-of-order` before the check-in")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public RestResponse<ChecklistView> answer(@RestPath UUID id, @Valid @NotNull ChecklistRequest request) {
        Checklists.Answered answered = checklists.answer(id, request.toDomain(charting.happened(request.assessedAt(), "assessedAt")),
                new Checklists.Author(caller.subjectId(), caller.hasRole(Roles.PRESCRIBER), request.replacementReason()));
        audit.fields(answered.changedFields().toArray(String[]::new));
        return answer(answered.checklist());
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

    @GET
    @Path("/versions")
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "checklist.history", entity = "PreDoseChecklist")
    @Operation(summary = "Read every version of the checklist", description = "Each answer and each signature made a version; none is ever changed.")
    @APIResponse(responseCode = "200", description = "All versions with their answers, oldest first")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    public Page<ChecklistVersionView> versions(@RestPath UUID id) {
        Checklists.History history = checklists.historyOf(id);
        audit.subject(history.patientId());
        return new Page<>(history.versions().stream().map(ChecklistVersionView::of).toList(), null);
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
