package health.stillpoint.session.integration.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.integration.IntegrationTasks;
import health.stillpoint.session.integration.domain.IntegrationWork;
import health.stillpoint.session.session.Sessions;
import health.stillpoint.session.session.domain.TreatmentSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The work done in an integration session. */
@Path("/api/v1/sessions/{id}/integration-work")
@Tag(name = "Integration")
@RunOnVirtualThread
public class IntegrationWorkResource {

    private final IntegrationTasks tasks;
    private final Sessions sessions;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    IntegrationWorkResource(IntegrationTasks tasks, Sessions sessions, Charting charting, Caller caller, AuditDetail audit) {
        this.tasks = tasks;
        this.sessions = sessions;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.THERAPIST)
    @ClinicOperation(action = "integration-work.record", entity = "IntegrationWork")
    @Operation(summary = "Record integration work")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`: not an integration session that is running or signed")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<IntegrationWorkView> record(@RestPath UUID id, @Valid @NotNull IntegrationWorkRequest request) {
        TreatmentSession session = sessions.withId(id);
        IntegrationWork work = request.toDomain(Ids.next(), id, session.patientId(), caller.subjectId(), charting.now());
        tasks.record(session, work);
        audit.subject(session.patientId()).entity("IntegrationWork", work.id());
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/integration-work/" + work.id()), IntegrationWorkView.of(work), 0);
    }

    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.PRESCRIBER})
    @ClinicOperation(action = "integration-work.list", entity = "IntegrationWork")
    @Operation(summary = "Read the work of a session")
    @APIResponse(responseCode = "200", description = "All work, oldest first")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public IntegrationWorkView.Works list(@RestPath UUID id) {
        audit.subject(sessions.withId(id).patientId());
        return new IntegrationWorkView.Works(tasks.workOf(id).stream().map(IntegrationWorkView::of).toList());
    }
}
