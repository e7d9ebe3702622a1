package health.stillpoint.session.appointment.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.appointment.Appointments;
import health.stillpoint.session.session.api.ReasonRequest;
import health.stillpoint.session.session.api.SessionView;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Booking, moving and calling off sessions. */
@Path("/api/v1/sessions")
@Tag(name = "Appointments")
@RunOnVirtualThread
public class AppointmentResource {

    private final Appointments appointments;
    private final AuditDetail audit;
    private final Cursors cursors;

    AppointmentResource(Appointments appointments, AuditDetail audit, Cursors cursors) {
        this.appointments = appointments;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "session.book", entity = "Session")
    @Operation(summary = "Book a session", description = "Practitioner, room and patient can be in one session at a time; the database refuses the second.")
    @APIResponse(responseCode = "201", description = "Booked")
    @APIResponse(responseCode = "404", description = "`no-such-course` or `no-such-dose`")
    @APIResponse(responseCode = "409", description = "`double-booked` with `taken`, or `booking-refused` with `unmet`")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<SessionView> book(@Valid @NotNull SessionRequest request) {
        audit.subject(request.patientId());
        TreatmentSession booked = appointments.book(request.toBooking());
        audit.entity("Session", booked.id());
        return Answers.created(URI.create("/api/v1/sessions/" + booked.id()), SessionView.of(booked), booked.version());
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "session.list", entity = "Session")
    @Operation(summary = "List sessions")
    @APIResponse(responseCode = "200", description = "A page of sessions in the order they were booked")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<SessionView> list(@RestQuery UUID patientId, @RestQuery UUID courseId, @RestQuery SessionKind kind,
            @RestQuery String cursor, @RestQuery Integer limit) {
        if (patientId != null) {
            audit.subject(patientId);
        }
        int size = cursors.limit(limit);
        UUID after = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        List<SessionView> found = appointments.list(new SessionRepository.SessionFilter(patientId, courseId, kind), after, size + 1)
                .stream().map(SessionView::of).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }

    @POST
    @Path("/{id}/reschedule")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "session.reschedule", entity = "Session")
    @Operation(summary = "Move a session nobody has come to yet")
    @APIResponse(responseCode = "200", description = "Moved")
    @APIResponse(responseCode = "409", description = "`double-booked` or `step-not-allowed`")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "`If-Match` missing")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<SessionView> reschedule(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull RescheduleRequest request) {
        Answers.requireMatch(ifMatch, appointments.withId(id).version());
        return answer(appointments.reschedule(id, request.plannedStart(), request.plannedEnd(), request.practitionerId(), request.room()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "session.cancel", entity = "Session")
    @Operation(summary = "Call a session off before any dose")
    @APIResponse(responseCode = "200", description = "Called off")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<SessionView> cancel(@RestPath UUID id, @Valid @NotNull ReasonRequest request) {
        return answer(appointments.cancel(id, request.reason()));
    }

    @POST
    @Path("/{id}/no-show")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "session.no-show", entity = "Session")
    @Operation(summary = "The patient did not come")
    @APIResponse(responseCode = "200", description = "Recorded")
    @APIResponse(responseCode = "409", description = "`step-not-allowed`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public RestResponse<SessionView> noShow(@RestPath UUID id) {
        return answer(appointments.noShow(id));
    }

    private RestResponse<SessionView> answer(TreatmentSession session) {
        audit.subject(session.patientId()).entity("Session", session.id());
        return Answers.ok(SessionView.of(session), session.version());
    }
}
