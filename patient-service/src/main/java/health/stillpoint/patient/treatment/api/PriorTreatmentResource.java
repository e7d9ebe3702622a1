package health.stillpoint.patient.treatment.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.treatment.PriorTreatments;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Earlier treatments and the stage of resistance they add up to. */
@Path("/api/v1/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Prior treatment", description = "What was tried before")
public class PriorTreatmentResource {

    private final PriorTreatments treatments;
    private final PatientRecords records;

    PriorTreatmentResource(PriorTreatments treatments, PatientRecords records) {
        this.treatments = treatments;
        this.records = records;
    }

    @POST
    @Path("/prior-treatments")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.record", entity = "PriorTreatment")
    @Operation(summary = "Record an earlier treatment")
    @RequestBody(content = @Content(examples = {
        @ExampleObject(name = "medication", value = TreatmentExamples.SERTRALINE),
        @ExampleObject(name = "psychotherapy", value = TreatmentExamples.CBT)
    }))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "422", description = "class-contradicted, implausible-date, or a value outside its range")
    public RestResponse<PriorTreatmentView> record(@RestPath UUID id, @Valid @NotNull PriorTreatmentRequest request) {
        PriorTreatment treatment = request.toDomain(Ids.next());
        treatments.record(records.open(id), treatment, records.callerId());
        return Answers.created(URI.create("/api/v1/patients/" + id + "/prior-treatments/" + treatment.id()),
                PriorTreatmentView.of(treatment), 0);
    }

    @GET
    @Path("/prior-treatments")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.list", entity = "PriorTreatment")
    @Operation(summary = "List earlier treatments in the order they were recorded")
    @APIResponse(responseCode = "200", description = "All earlier treatments")
    public Page<PriorTreatmentView> list(@RestPath UUID id) {
        return new Page<>(treatments.of(records.open(id)).stream().map(PriorTreatmentView::of).toList(), null);
    }

    @GET
    @Path("/prior-treatments/{treatmentId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.read", entity = "PriorTreatment")
    @Operation(summary = "Read an earlier treatment")
    @APIResponse(responseCode = "200", description = "The treatment, with ETag")
    @APIResponse(responseCode = "404", description = "No such treatment")
    public RestResponse<PriorTreatmentView> read(@RestPath UUID id, @RestPath UUID treatmentId) {
        return Answers.ok(PriorTreatmentView.of(treatments.withId(records.open(id), treatmentId)), 0);
    }

    @GET
    @Path("/treatment-resistance")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "treatment-resistance.read", entity = "PriorTreatment")
    @Operation(summary = "Stage of treatment resistance, explained trial by trial")
    @APIResponse(responseCode = "200", description = "Stage 0..4 with reasons")
    public ResistanceView resistance(@RestPath UUID id) {
        return ResistanceView.of(treatments.resistance(records.open(id)));
    }
}
