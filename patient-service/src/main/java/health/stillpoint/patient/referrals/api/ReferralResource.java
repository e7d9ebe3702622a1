package health.stillpoint.patient.referrals.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.referrals.Disclosure;
import health.stillpoint.patient.referrals.Referrals;
import health.stillpoint.patient.referrals.domain.Referral;
import health.stillpoint.patient.referrals.domain.ReferralId;
import health.stillpoint.patient.referrals.domain.ReferralStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** People whom partners refer. A partner is its client: two partners of one clinic know nothing of each other. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Referrals", description = "People whom partner clinics refer; docs/referrals.md says who sees what")
public class ReferralResource {

    /** What a list can be narrowed to. */
    public enum Standing { RECEIVED, ACCEPTED, DECLINED, CANCELLED }

    private final Referrals referrals;
    private final Caller caller;
    private final AuditDetail audit;
    private final Cursors cursors;

    ReferralResource(Referrals referrals, Caller caller, AuditDetail audit, Cursors cursors) {
        this.referrals = referrals;
        this.caller = caller;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed(Roles.PARTNER)
    @ClinicOperation(action = "referral.receive", entity = "Referral")
    @Operation(summary = "Refer a person", description = "For partners. The person must have agreed to it. Minors are refused.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "social anxiety", value = ReferralExamples.REFERRAL)))
    @APIResponse(responseCode = "201", description = "Received",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "reference-taken")
    @APIResponse(responseCode = "422", description = "patient-minor, implausible-date, or a value outside its range (invalid-value)")
    public RestResponse<ReferralView> receive(@Valid @NotNull ReferralRequest request) {
        Referral referral = referrals.receive(partner(), request.toDomain()).value();
        audit.entity("Referral", referral.id().value());
        ReferralView view = toPartner(referral, Optional.empty());
        return RestResponse.ResponseBuilder.<ReferralView>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/referrals/" + view.id())
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.list", entity = "Referral")
    @Operation(summary = "List referrals, first received first",
            description = "A partner gets its own, without what consent opens: that is read one by one, so that each disclosure is "
                    + "on record.")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    public Page<ReferralView> list(
            @Parameter(description = "IN_TREATMENT and COMPLETED count as ACCEPTED") @RestQuery Standing status,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        UUID last = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        ReferralStatus standing = status == null ? null : ReferralStatus.valueOf(status.name());
        boolean partner = caller.hasRole(Roles.PARTNER);
        List<Versioned<Referral>> found = referrals.after(last, partner ? partner() : null, standing, size + 1);
        Page<Versioned<Referral>> page =
                cursors.page(found, size, referral -> new String[] {referral.value().id().toString()});
        return new Page<>(page.items().stream().map(Versioned::value).map(partner
                ? referral -> toPartner(referral, Optional.empty())
                : this::ofClinic).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PARTNER, Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.read", entity = "Referral")
    @Operation(summary = "Read a referral",
            description = "A partner reads its own: what it sent (the person until the clinic has decided), the state, a coarse reason, and shared "
                    + "while the person's consent to partner sharing holds.")
    @APIResponse(responseCode = "200", description = "The referral; for staff with ETag")
    @APIResponse(responseCode = "404", description = "No such referral")
    public RestResponse<ReferralView> read(@RestPath UUID id) {
        return caller.hasRole(Roles.PARTNER)
                ? toPartner(referrals.readOwn(partner(), new ReferralId(id)).value())
                : toStaff(referrals.read(new ReferralId(id)));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.PARTNER)
    @ClinicOperation(action = "referral.cancel", entity = "Referral")
    @Operation(summary = "Take a referral back",
            description = "For the partner who sent it. Nothing is shared of the person from then on.")
    @APIResponse(responseCode = "200", description = "Cancelled",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "404", description = "No such referral")
    @APIResponse(responseCode = "409", description = "step-not-allowed")
    public RestResponse<ReferralView> cancel(@RestPath UUID id) {
        return toPartner(referrals.cancel(partner(), new ReferralId(id)).value());
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.accept", entity = "Referral")
    @Operation(summary = "Accept a referral")
    @APIResponse(responseCode = "200", description = "Accepted, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such referral")
    @APIResponse(responseCode = "409", description = "step-not-allowed or referral-forgotten")
    public RestResponse<ReferralView> accept(@RestPath UUID id) {
        return toStaff(referrals.accept(new ReferralId(id)));
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.decline", entity = "Referral")
    @Operation(summary = "Decline a referral", description = "The partner is told the reason's code; the note stays here.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "no capacity", value = ReferralExamples.DECLINE)))
    @APIResponse(responseCode = "200", description = "Declined, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such referral")
    @APIResponse(responseCode = "409", description = "step-not-allowed or referral-linked")
    public RestResponse<ReferralView> decline(@RestPath UUID id, @Valid @NotNull ReferralDeclineRequest request) {
        return toStaff(referrals.decline(new ReferralId(id), request.reason(), Optional.ofNullable(request.note())));
    }

    @POST
    @Path("/{id}/link")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.link", entity = "Referral")
    @Operation(summary = "Say which patient the referred person is",
            description = "Also accepts a referral nobody decided yet. The partner never learns the patient's id.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "known", value = ReferralExamples.LINK)))
    @APIResponse(responseCode = "200", description = "Linked, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such referral, or no such patient")
    @APIResponse(responseCode = "409", description = "step-not-allowed, referral-linked, referral-forgotten, person-differs, patient-merged or patient-erased")
    public RestResponse<ReferralView> link(@RestPath UUID id, @Valid @NotNull ReferralLinkRequest request) {
        return toStaff(referrals.link(new ReferralId(id), new PatientId(request.patientId()),
                Boolean.TRUE.equals(request.identityConfirmed())));
    }

    @POST
    @Path("/{id}/unlink")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.unlink", entity = "Referral")
    @Operation(summary = "Take back a link to the wrong person")
    @APIResponse(responseCode = "200", description = "Accepted and linked to nobody, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such referral")
    @APIResponse(responseCode = "409", description = "step-not-allowed, or patient-erased")
    public RestResponse<ReferralView> unlink(@RestPath UUID id) {
        return toStaff(referrals.unlink(new ReferralId(id)));
    }

    @POST
    @Path("/{id}/register")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "referral.register", entity = "Referral")
    @Operation(summary = "Register the referred person as a new patient",
            description = "Patient and link come into being together. Also accepts a referral nobody decided yet. Look at "
                    + "possibleDuplicates of the referral first.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "new", value = ReferralExamples.REGISTRATION)))
    @APIResponse(responseCode = "200", description = "Registered; clinic.patientId says as whom")
    @APIResponse(responseCode = "404", description = "No such referral")
    @APIResponse(responseCode = "409", description = "step-not-allowed, referral-linked, referral-forgotten or identifier-taken")
    public RestResponse<ReferralView> register(@RestPath UUID id, @Valid @NotNull ReferralRegistrationRequest request) {
        return toStaff(referrals.register(new ReferralId(id), request.toDomain(), caller.subjectId()));
    }

    /** The client of the partner's token; a token that names none could read everybody's. */
    private String partner() {
        if (caller.clientId().isBlank()) {
            throw Problems.forbidden().toException();
        }
        return caller.clientId();
    }

    private RestResponse<ReferralView> toPartner(Referral referral) {
        Optional<Disclosure> disclosure = referrals.disclosure(referral);
        disclosure.map(Disclosure::patientId).or(referral::patient).map(PatientId::value).ifPresent(audit::subject);
        if (disclosure.isPresent()) {
            audit.fields("shared.programmeState");
        }
        return RestResponse.ok(toPartner(referral, disclosure));
    }

    private ReferralView toPartner(Referral referral, Optional<Disclosure> disclosure) {
        return ReferralView.toPartner(referrals.readByPartner(referral, disclosure), disclosure);
    }

    private ReferralView ofClinic(Referral referral) {
        return ReferralView.toStaff(referral, referrals.status(referral), null);
    }

    private RestResponse<ReferralView> toStaff(Versioned<Referral> stored) {
        Referral referral = stored.value();
        referral.patient().map(PatientId::value).ifPresent(audit::subject);
        List<PatientId> possiblySame = referral.patient().isPresent() ? null : referrals.possiblySame(referral);
        return Answers.ok(ReferralView.toStaff(referral, referrals.status(referral), possiblySame), stored.version());
    }
}
