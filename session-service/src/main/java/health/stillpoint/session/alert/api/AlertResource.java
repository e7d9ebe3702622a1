package health.stillpoint.session.alert.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The alerts of a session. */
@Path("/api/v1/sessions/{id}/alerts")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class AlertResource {

    /** Whose alerts a list holds. */
    public enum RecipientFilter { me }

    private final Alerts alerts;
    private final CareTeams teams;
    private final Sessions sessions;
    private final Caller caller;
    private final AuditDetail audit;

    AlertResource(Alerts alerts, CareTeams teams, Sessions sessions, Caller caller, AuditDetail audit) {
        this.alerts = alerts;
        this.teams = teams;
        this.sessions = sessions;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "alert.list", entity = "VitalAlert")
    @Operation(summary = "List the alerts of a session")
    @APIResponse(responseCode = "200", description = "All alerts in the order they were raised")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    public Page<AlertView> list(@RestPath UUID id,
            @Parameter(description = "me = only those that go to the caller, as `recipients` says")
            @RestQuery RecipientFilter recipient) {
        UUID patientId = sessions.withId(id).patientId();
        audit.subject(patientId);
        CareTeam team = teams.of(patientId);
        return new Page<>(alerts.ofSession(id).stream().filter(alert -> recipient == null || goesToCaller(alert, team))
                .map(alert -> AlertView.of(alert, team)).toList(), null);
    }

    private boolean goesToCaller(VitalAlert alert, CareTeam team) {
        boolean forTheClinic = caller.hasRole(Roles.PRESCRIBER) || caller.hasRole(Roles.MONITOR);
        return alert.asksClinicAdmin() && caller.hasRole(Roles.CLINIC_ADMIN)
                || team.reaches(caller.subjectId(), forTheClinic, alert.escalated(), alert.needsPrescriber());
    }

    @POST
    @Path("/{alertId}/acknowledge")
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "alert.acknowledge", entity = "VitalAlert")
    @Operation(summary = "Acknowledge an alert", description = "Says what was done and stops its way to the next role.")
    @APIResponse(responseCode = "200", description = "Acknowledged")
    @APIResponse(responseCode = "404", description = "`no-such-alert`")
    @APIResponse(responseCode = "409", description = "`alert-already-acknowledged`")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<AlertView> acknowledge(@RestPath UUID id, @RestPath UUID alertId, @Valid @NotNull AcknowledgeRequest request) {
        VitalAlert alert = alerts.acknowledge(id, alertId, request.action(), caller.subjectId());
        audit.subject(alert.patientId());
        return Answers.ok(AlertView.of(alert, teams.of(alert.patientId())), alert.version());
    }
}
