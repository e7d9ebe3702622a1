package health.stillpoint.session.adverseevent.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.adverseevent.AdverseEvents;
import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.session.Sessions;
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

/** Harm noticed in a session or after it. */
@Path("/api/v1/sessions/{id}/adverse-events")
@Tag(name = "Adverse events")
@RunOnVirtualThread
public class AdverseEventResource {

    private final AdverseEvents events;
    private final Sessions sessions;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    AdverseEventResource(AdverseEvents events, Sessions sessions, Charting charting, Caller caller, AuditDetail audit) {
        this.events = events;
        this.sessions = sessions;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "adverse-event.report", entity = "AdverseEvent")
    @Operation(summary = "Report an adverse event, or amend a report",
            description = "A report is never changed: with `amends` a further one of the same event is added, and the latest holds. A serious event "
                    + "that the drug may have caused holds the next dose (H_SAE), and so does any other such event of grade 2 or more that is not "
                    + "over (H_AE2); "
                    + "an amendment lifts no hold. A serious event ends the candidacy in patient-service.")
    @APIResponse(responseCode = "201", description = "Recorded; `serious` says how it was judged")
    @APIResponse(responseCode = "404", description = "`no-such-session`, or `no-such-adverse-event` in it to amend")
    @APIResponse(responseCode = "422", description = "`in-the-future`, `out-of-order` before the onset, or `invalid-value` with `violations`")
    public RestResponse<AdverseEventView> report(@RestPath UUID id, @Valid @NotNull AdverseEventRequest request) {
        request.requireWhole();
        AdverseEvent reported = request.amends() == null ? events.report(id, request.toDomain(charting, charting.now()), caller.subjectId())
                : events.amend(id, request.amends(), before -> request.toDomain(charting, before.onsetAt()), request.amendmentReason(),
                        caller.subjectId());
        audit.subject(reported.patientId()).entity("AdverseEvent", reported.adverseEventId());
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/adverse-events"), AdverseEventView.of(reported), 0);
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "adverse-event.list", entity = "AdverseEvent")
    @Operation(summary = "Read the adverse events of a session")
    @APIResponse(responseCode = "200", description = "Every report, oldest first; of each event the highest `number` holds")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    public Page<AdverseEventView> list(@RestPath UUID id) {
        audit.subject(sessions.withId(id).patientId());
        return new Page<>(events.ofSession(id).stream().map(AdverseEventView::of).toList(), null);
    }
}
