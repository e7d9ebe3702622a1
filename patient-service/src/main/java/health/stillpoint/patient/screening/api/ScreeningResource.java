package health.stillpoint.patient.screening.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.Screenings;
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

/** Medical and psychiatric screening of a patient. */
@Path("/api/v1/patients/{id}/screenings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Screening", description = "Findings, interactions and clearances")
public class ScreeningResource {

    private final Screenings screenings;
    private final PatientRecords records;
    private final Cursors cursors;

    ScreeningResource(Screenings screenings, PatientRecords records, Cursors cursors) {
        this.screenings = screenings;
        this.records = records;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "screening.record", entity = "Screening")
    @Operation(summary = "Record a screening", description = "All rules are asked at once; unanswered rows are listed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "healthy", value = ScreeningExamples.HEALTHY)))
    @APIResponse(responseCode = "201", description = "Recorded, with findings and what is still unanswered")
    @APIResponse(responseCode = "422", description =
            "unknown-screening-answer, answered-twice, contradictory-answers, in-the-future, implausible-date, or a value outside its range")
    public RestResponse<ScreeningView> record(@RestPath UUID id, @Valid @NotNull ScreeningRequest request) {
        PatientId patientId = records.open(id);
        ScreeningView view = ScreeningView.of(screenings.record(patientId, request::toDomain, records.callerId()));
        return Answers.created(URI.create("/api/v1/patients/" + id + "/screenings/" + view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "screening.list", entity = "Screening")
    @Operation(summary = "List screenings, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<ScreeningView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(screenings.of(records.open(id), cursors.lastId(cursor), size + 1), size,
                read -> read.screening().id()).map(ScreeningView::of);
    }

    @GET
    @Path("/{screeningId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "screening.read", entity = "Screening")
    @Operation(summary = "Read a screening and what the rules say about it today")
    @APIResponse(responseCode = "200", description = "The screening, with ETag")
    @APIResponse(responseCode = "404", description = "No such screening")
    public RestResponse<ScreeningView> read(@RestPath UUID id, @RestPath UUID screeningId) {
        ScreeningView view = ScreeningView.of(screenings.withId(records.open(id), screeningId));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{screeningId}/clearances")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "screening.clear", entity = "Clearance")
    @Operation(summary = "Clear a relative finding", description = "Absolute findings cannot be cleared. "
            + "BIPOLAR_STABLE is cleared by a psychiatrist: who signs in as a practitioner whose specialties name psychiatry. "
            + "LOW_START or SECOND_PREPARATION_SESSION begins low and prepares twice, REDUCED_DOSE_FACTOR takes its doseFactor, "
            + "NO_PSYCHEDELIC_LEVEL_IM_IV and FIRST_ROUTE_NOT_INJECTED bind the order; the other conditions are shown to the team, who see to them.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "blood pressure", value = ScreeningExamples.CLEARANCE)))
    @APIResponse(responseCode = "201", description = "Cleared until expiresAt")
    @APIResponse(responseCode = "403", description = "psychiatrist-required, or no prescriber")
    @APIResponse(responseCode = "409", description = "not-clearable, antidepressant-alone, no-mood-stabilizer or no-such-finding")
    @APIResponse(responseCode = "422", description = "clearance-too-long, dose-factor-unclear, or a value outside its range")
    public RestResponse<ClearanceView> clear(
            @RestPath UUID id, @RestPath UUID screeningId, @Valid @NotNull ClearanceRequest request) {
        ClearanceView view = ClearanceView.of(screenings.clear(records.open(id), screeningId, request.row(),
                records.callerId(), request.terms(screenings.longestClearance())));
        return Answers.created(
                URI.create("/api/v1/patients/" + id + "/screenings/" + screeningId), view, view.version());
    }
}
