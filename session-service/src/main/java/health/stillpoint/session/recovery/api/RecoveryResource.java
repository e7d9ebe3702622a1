package health.stillpoint.session.recovery.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.recovery.Recovery;
import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.recovery.domain.RecoveryAssessment;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Recovery and discharge. */
@Path("/api/v1/sessions/{id}")
@Tag(name = "Recovery")
@RunOnVirtualThread
public class RecoveryResource {

    private final Recovery recovery;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    RecoveryResource(Recovery recovery, Charting charting, Caller caller, AuditDetail audit) {
        this.recovery = recovery;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @Path("/recovery-assessments")
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "recovery.assess", entity = "RecoveryAssessment")
    @Operation(summary = "Assess recovery", description = "Every criterion is judged; blood pressure needs an earlier reading of the session 15 minutes before or more.")
    @APIResponse(responseCode = "201", description = "Judged; `unmet` names what is missing")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`: nobody is under observation")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`in-the-future`, `out-of-order` before the end of administration, or `invalid-value`")
    public RestResponse<RecoveryView> assess(@RestPath UUID id, @Valid @NotNull RecoveryRequest request) {
        RecoveryAssessment assessment = recovery.assess(id, request.toDomain(charting.happened(request.assessedAt(), "assessedAt")), caller.subjectId());
        audit.subject(assessment.patientId()).entity("RecoveryAssessment", assessment.id());
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/recovery-assessments/" + assessment.id()), RecoveryView.of(assessment), 0);
    }

    @GET
    @Path("/recovery-assessments")
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "recovery.list", entity = "RecoveryAssessment")
    @Operation(summary = "Read the recovery assessments of a session")
    @APIResponse(responseCode = "200", description = "All assessments, oldest first")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public Page<RecoveryView> list(@RestPath UUID id) {
        List<RecoveryAssessment> found = recovery.ofSession(id);
        found.stream().findFirst().ifPresent(assessment -> audit.subject(assessment.patientId()));
        return new Page<>(found.stream().map(RecoveryView::of).toList(), null);
    }

    @POST
    @Path("/discharge")
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "session.discharge", entity = "Session")
    @Operation(summary = "Discharge the patient at the end of observation")
    @APIResponse(responseCode = "200", description = "Discharged")
    @APIResponse(responseCode = "409", description = "`discharge-criteria-unmet` with `unmet`, or `step-not-allowed`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public DischargeView discharge(@RestPath UUID id, @Valid @NotNull DischargeRequest request) {
        Discharge discharge = recovery.discharge(id, request.toLeaving(charting.happened(request.dischargedAt(), "dischargedAt")), caller.subjectId());
        audit.subject(discharge.patientId());
        return DischargeView.of(discharge);
    }
}
