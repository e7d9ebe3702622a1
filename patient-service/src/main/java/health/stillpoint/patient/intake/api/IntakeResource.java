package health.stillpoint.patient.intake.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Intake evaluations of a patient. */
@Path("/api/v1/patients/{id}/intakes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Intake", description = "Evaluation, signed and versioned")
public class IntakeResource {

    private final Intakes intakes;
    private final PatientRecords records;
    private final Cursors cursors;

    IntakeResource(Intakes intakes, PatientRecords records, Cursors cursors) {
        this.intakes = intakes;
        this.records = records;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "intake.draft", entity = "Intake")
    @Operation(summary = "Open a draft intake", description = "The next version, when an earlier one is signed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "social anxiety", value = IntakeExamples.DRAFT)))
    @APIResponse(responseCode = "201", description = "Draft opened")
    @APIResponse(responseCode = "409", description = "intake-draft-open")
    public RestResponse<IntakeView> draft(@RestPath UUID id, @Valid @NotNull IntakeBody request) {
        PatientId patientId = records.open(id);
        IntakeView view = view(id, intakes.draft(patientId, request.toDomain(), records.callerId()));
        return Answers.created(
                URI.create("/api/v1/patients/" + id + "/intakes/" + view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "intake.list", entity = "Intake")
    @Operation(summary = "List all versions, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<IntakeView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(intakes.of(records.open(id), cursors.lastId(cursor), size + 1), size,
                intake -> intake.value().id()).map(intake -> view(id, intake));
    }

    @GET
    @Path("/{intakeId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "intake.read", entity = "Intake")
    @Operation(summary = "Read one version")
    @APIResponse(responseCode = "200", description = "The intake, with ETag")
    @APIResponse(responseCode = "404", description = "No such intake")
    public RestResponse<IntakeView> read(@RestPath UUID id, @RestPath UUID intakeId) {
        IntakeView view = view(id, intakes.read(records.open(id), intakeId));
        return Answers.ok(view, view.version());
    }

    @PUT
    @Path("/{intakeId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "intake.edit", entity = "Intake")
    @Operation(summary = "Edit a draft", description = "Replaces its content. Needs If-Match.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "social anxiety", value = IntakeExamples.DRAFT)))
    @APIResponse(responseCode = "200", description = "Edited, with the new ETag")
    @APIResponse(responseCode = "409", description = "intake-signed")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<IntakeView> edit(@RestPath UUID id, @RestPath UUID intakeId,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull IntakeBody request) {
        IntakeView view = view(id, intakes.edit(records.open(id), intakeId, request.toDomain(), records.callerId(),
                version -> Answers.requireMatch(ifMatch, version)));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{intakeId}/sign")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "intake.sign", entity = "Intake")
    @Operation(summary = "Sign an intake", description = "What was read, and nothing else: needs If-Match. From then on it is never changed.")
    @APIResponse(responseCode = "200", description = "Signed, with the new ETag")
    @APIResponse(responseCode = "409", description = "intake-incomplete with missing[], intake-contradictory with parts[], or intake-signed")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<IntakeView> sign(
            @RestPath UUID id, @RestPath UUID intakeId, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        IntakeView view = view(id, intakes.sign(records.open(id), intakeId, records.callerId(),
                version -> Answers.requireMatch(ifMatch, version)));
        return Answers.ok(view, view.version());
    }

    /** Read as the record that goes on, also where the intake was written in one that was merged into it. */
    private IntakeView view(UUID id, Versioned<Intake> intake) {
        return IntakeView.of(intake, intakes.reading(new PatientId(id), intake.value().content()));
    }
}
