package health.stillpoint.session.monitoring.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.session.Roles;
import health.stillpoint.session.alert.api.AlertView;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.monitoring.Monitoring;
import health.stillpoint.session.vitals.domain.VitalSigns;
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

/** The vital signs of a session. */
@Path("/api/v1/sessions/{id}/vital-signs")
@Tag(name = "Monitoring")
@RunOnVirtualThread
public class VitalSignsResource {

    private final Monitoring monitoring;
    private final CareTeams teams;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    VitalSignsResource(Monitoring monitoring, CareTeams teams, Charting charting, Caller caller, AuditDetail audit) {
        this.monitoring = monitoring;
        this.teams = teams;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "vital-signs.record", entity = "Session")
    @Operation(summary = "Record vital signs", description = "One set or up to 500. Each is matched to the monitoring plan; alerts are raised in the same transaction. Each value is judged by itself; one that no instrument can truly show raises INVALID_READING besides what its threshold says, and the set satisfies no point of the plan.")
    @APIResponse(responseCode = "201", description = "Stored; `alerts` holds those newly raised")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    @APIResponse(responseCode = "409", description = "`vital-signs-refused`: not a dosing session, or not checked in")
    @APIResponse(responseCode = "422", description = "`in-the-future`, `out-of-order` before the check-in, or an invalid value")
    public RestResponse<RecordedView> record(@RestPath UUID id, @Valid @NotNull VitalSignsRequest request) {
        List<VitalSigns> readings = request.all().stream()
                .map(reading -> reading.toDomain(charting.happened(reading.measuredAt(), "measuredAt"))).toList();
        Monitoring.Recorded recorded = monitoring.record(id, readings, caller.subjectId());
        audit.subject(recorded.patientId());
        RecordedView view = new RecordedView(recorded.sets().stream().map(VitalSignsView::of).toList(),
                recorded.raised().isEmpty() ? List.of() : alerts(recorded));
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/vital-signs"), view, 0);
    }

    private List<AlertView> alerts(Monitoring.Recorded recorded) {
        CareTeam team = teams.of(recorded.patientId());
        return recorded.raised().stream().map(alert -> AlertView.of(alert, team)).toList();
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "vital-signs.read", entity = "Session")
    @Operation(summary = "Read the vital signs beside the monitoring plan")
    @APIResponse(responseCode = "200", description = "All readings and how each point of the plan stands")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    public MonitoringView read(@RestPath UUID id) {
        Monitoring.Overview overview = monitoring.overview(id);
        audit.subject(overview.patientId());
        return MonitoringView.of(overview);
    }
}
