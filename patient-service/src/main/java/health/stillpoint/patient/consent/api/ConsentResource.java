package health.stillpoint.patient.consent.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.consent.Consents;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Consents of a patient. */
@Path("/api/v1/patients/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consent", description = "Signed texts, their scope and their end")
public class ConsentResource {

    private final Consents consents;
    private final PatientRecords records;
    private final Cursors cursors;

    ConsentResource(Consents consents, PatientRecords records, Cursors cursors) {
        this.consents = consents;
        this.records = records;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "consent.sign", entity = "Consent")
    @Operation(summary = "Take a consent", description = "Every element of the current text must have been "
            + "explained. Of several unmet conditions code names the first, and reasons[] all, each with its code and members.")
    @RequestBody(content = @Content(examples = {
        @ExampleObject(name = "treatment", value = ConsentExamples.TREATMENT),
        @ExampleObject(name = "partner sharing", value = ConsentExamples.PARTNER_SHARING)
    }))
    @APIResponse(responseCode = "201", description = "Signed")
    @APIResponse(responseCode = "409",
            description = "programme-ended, candidacy-required, expectation-conversation-required, capacity-lacking, not-recovered,"
                    + " too-soon-after-dose or doses-unheard")
    @APIResponse(responseCode = "422", description = "consent-incomplete with missing[], recipients-not-allowed, no-such-partner with unknown[],"
            + " template-not-current, or language-not-offered with offered[]")
    public RestResponse<ConsentView> sign(@RestPath UUID id, @Valid @NotNull ConsentRequest request) {
        PatientId patientId = records.open(id);
        ConsentView view = view(consents.sign(patientId, request.toSigning(records.callerId())));
        return Answers.created(URI.create("/api/v1/patients/" + id + "/consents/" + view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "consent.list", entity = "Consent")
    @Operation(summary = "List consents, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<ConsentView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(consents.of(records.open(id), cursors.lastId(cursor), size + 1), size,
                consent -> consent.value().id()).map(this::view);
    }

    @GET
    @Path("/{consentId}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "consent.read", entity = "Consent")
    @Operation(summary = "Read a consent")
    @APIResponse(responseCode = "200", description = "The consent, with ETag")
    @APIResponse(responseCode = "404", description = "No such consent")
    public RestResponse<ConsentView> read(@RestPath UUID id, @RestPath UUID consentId) {
        ConsentView view = view(consents.withId(records.open(id), consentId));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{consentId}/withdraw")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "consent.withdraw", entity = "Consent")
    @Operation(summary = "Withdraw a consent", description = "At once and without conditions; a patient may do it alone.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "withdrawal", value = ConsentExamples.WITHDRAWAL)))
    @APIResponse(responseCode = "200", description = "Withdrawn, with the new ETag")
    @APIResponse(responseCode = "409", description = "consent-not-active")
    public RestResponse<ConsentView> withdraw(
            @RestPath UUID id, @RestPath UUID consentId, @Valid @NotNull WithdrawalRequest request) {
        ConsentView view = view(consents.withdraw(records.open(id), consentId, request.reason(), records.callerId()));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{consentId}/require-anew")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "consent.require-anew", entity = "Consent")
    @Operation(summary = "Require consent anew",
            description = "The case has changed, such as to dosing at home: the consent lapses and dosing waits for a new one.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "home dosing", value = ConsentExamples.REQUIRE_ANEW)))
    @APIResponse(responseCode = "200", description = "Lapsed, with the new ETag")
    @APIResponse(responseCode = "409", description = "consent-not-active")
    public RestResponse<ConsentView> requireAnew(
            @RestPath UUID id, @RestPath UUID consentId, @Valid @NotNull ReconsentRequest request) {
        ConsentView view = view(consents.requireAnew(records.open(id), consentId, request.toDomain()));
        return Answers.ok(view, view.version());
    }

    private ConsentView view(Versioned<Consent> stored) {
        return ConsentView.of(stored, consents.status(stored.value()));
    }
}
