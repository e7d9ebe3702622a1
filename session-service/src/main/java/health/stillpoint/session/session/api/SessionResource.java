package health.stillpoint.session.session.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.session.Sessions;
import health.stillpoint.session.session.domain.TreatmentSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Sessions: arrival, start and signature. */
@Path("/api/v1/sessions")
@Tag(name = "Sessions")
@RunOnVirtualThread
public class SessionResource {

    private final Sessions sessions;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    SessionResource(Sessions sessions, Charting charting, Caller caller, AuditDetail audit) {
        this.sessions = sessions;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "session.read", entity = "Session")
    @Operation(summary = "Read a session")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    public RestResponse<SessionView> read(@RestPath UUID id) {
        return answer(sessions.withId(id));
    }

    @POST
    @Path("/{id}/check-in")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "session.check-in", entity = "Session")
    @Operation(summary = "The patient is here", description = "May be charted late; readings, checklist and dose cannot lie before it.")
    @APIResponse(responseCode = "200", description = "Checked in")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`in-the-future`, or `invalid-value` with `violations`")
    public RestResponse<SessionView> checkIn(@RestPath UUID id, @Valid CheckInRequest request) {
        EscortBody escort = request == null ? null : request.escort();
        Instant at = charting.happened(request == null ? null : request.checkedInAt(), "checkedInAt");
        return answer(sessions.checkIn(id, escort == null ? null : escort.toDomain(), at));
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "session.start", entity = "Session")
    @Operation(summary = "Start a session",
            description = "A dosing session must be checked in; for it this step is optional. May be charted late, not before the check-in.")
    @APIResponse(responseCode = "200", description = "Started")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`in-the-future` or `out-of-order`")
    public RestResponse<SessionView> start(@RestPath UUID id, @Valid StartRequest request) {
        return answer(sessions.start(id, charting.happened(request == null ? null : request.startedAt(), "startedAt")));
    }

    @POST
    @Path("/{id}/sign")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "session.sign", entity = "Session")
    @Operation(summary = "Sign a preparation or integration session",
            description = "The length cannot exceed the time since the start. An integration session of 30 minutes or more, signed by a therapist after recovery, "
                    + "completes the task of its dose.")
    @APIResponse(responseCode = "200", description = "Signed")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`, or `integration-refused` with `unmet`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`longer-than-held`, `in-the-future`, `out-of-order` or an invalid value")
    public RestResponse<SessionView> sign(@RestPath UUID id, @Valid @NotNull SignRequest request) {
        return answer(sessions.sign(id, Duration.ofMinutes(request.durationMinutes()), charting.happened(request.endedAt(), "endedAt"),
                request.note(), caller.subjectId(), caller.hasRole(Roles.THERAPIST)));
    }

    @GET
    @Path("/{id}/notes")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "session.read-own-notes", entity = "SessionNote")
    @Operation(summary = "Read one's own psychotherapy notes of a session", description = "Nobody sees the notes of another author.")
    @APIResponse(responseCode = "200", description = "The caller's notes")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public SessionNoteView.Notes notes(@RestPath UUID id) {
        audit.subject(sessions.withId(id).patientId());
        return new SessionNoteView.Notes(sessions.ownNotes(id, caller.subjectId()).stream().map(SessionNoteView::of).toList());
    }

    private RestResponse<SessionView> answer(TreatmentSession session) {
        audit.subject(session.patientId()).entity("Session", session.id());
        return Answers.ok(SessionView.of(session), session.version());
    }
}
