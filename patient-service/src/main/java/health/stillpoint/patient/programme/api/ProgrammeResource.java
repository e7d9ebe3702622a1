package health.stillpoint.patient.programme.api;

import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A patient's way through the programme. Most steps follow from other facts; three are a clinician's own. */
@Path("/api/v1/patients/{id}/programme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programme", description = "Where a patient stands and how they came there")
public class ProgrammeResource {

    private final Programmes programmes;
    private final Patients patients;
    private final PatientRecords records;

    ProgrammeResource(Programmes programmes, Patients patients, PatientRecords records) {
        this.programmes = programmes;
        this.patients = patients;
        this.records = records;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "programme.read", entity = "Programme")
    @Operation(summary = "Read where the patient stands, what is still unmet, and every step so far")
    @APIResponse(responseCode = "200", description = "The programme")
    @APIResponse(responseCode = "404", description = "No such patient")
    public ProgrammeView read(@RestPath UUID id) {
        PatientId patientId = records.open(id);
        patients.read(patientId);
        return view(patientId);
    }

    @POST
    @Path("/stop")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "programme.stop", entity = "Programme")
    @Operation(summary = "Stop the programme")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "own wish", value = ProgrammeExamples.STOP)))
    @APIResponse(responseCode = "200", description = "Stopped")
    @APIResponse(responseCode = "409", description = "step-not-allowed")
    public ProgrammeView stop(@RestPath UUID id, @Valid @NotNull ProgrammeStepRequest request) {
        return take(id, new ProgrammeFact.StopDecided(request.reason().name()), request.closingNote());
    }

    @POST
    @Path("/follow-up")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "programme.follow-up", entity = "Programme")
    @Operation(summary = "Begin follow-up: no dosing is planned any more")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "after a stop", value = ProgrammeExamples.LET_GO)))
    @APIResponse(responseCode = "200", description = "In follow-up")
    @APIResponse(responseCode = "409", description = "step-not-allowed, or programme-guard-unmet with unmet[]")
    public ProgrammeView followUp(@RestPath UUID id, @Valid @NotNull ProgrammeStepRequest request) {
        return take(id, new ProgrammeFact.FollowUpBegun(request.reason().name(), request.farewell()), request.closingNote());
    }

    @POST
    @Path("/close")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "programme.close", entity = "Programme")
    @Operation(summary = "Close the programme")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "after a stop", value = ProgrammeExamples.LET_GO)))
    @APIResponse(responseCode = "200", description = "Closed")
    @APIResponse(responseCode = "409", description = "step-not-allowed, or programme-guard-unmet with unmet[]")
    public ProgrammeView close(@RestPath UUID id, @Valid @NotNull ProgrammeStepRequest request) {
        return take(id, new ProgrammeFact.Closed(request.reason().name(), request.farewell()), request.closingNote());
    }

    private ProgrammeView take(UUID id, ProgrammeFact step, String closingNote) {
        PatientId patientId = records.open(id);
        programmes.note(patientId, step, closingNote);
        return view(patientId);
    }

    private ProgrammeView view(PatientId id) {
        return ProgrammeView.of(id.value(), programmes.of(id), programmes.history(id));
    }
}
