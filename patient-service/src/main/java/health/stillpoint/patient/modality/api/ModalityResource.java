package health.stillpoint.patient.modality.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.patients.domain.PatientId;
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

/** Which integration therapies a patient should work with. */
@Path("/api/v1/patients/{id}/modality-recommendation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Modality", description = "Integration therapies: recommended by rules, chosen by a therapist")
public class ModalityResource {

    private final Modalities modalities;
    private final PatientRecords records;
    private final Cursors cursors;

    ModalityResource(Modalities modalities, PatientRecords records, Cursors cursors) {
        this.modalities = modalities;
        this.records = records;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "modality.read", entity = "ModalityRecommendation")
    @Operation(summary = "Ask all modality rules now",
            description = "Ordered by score, with the reasons for each, what is blocked and why, and what a therapist last chose.")
    @APIResponse(responseCode = "200", description = "The recommendation")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "409", description = "intake-required")
    public ModalityRecommendationView read(@RestPath UUID id) {
        return view(records.open(id));
    }

    @GET
    @Path("/evaluations")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "modality.evaluations", entity = "ModalityRecommendation")
    @Operation(summary = "List how the order came out so far, newest first",
            description = "One for each change of what it rests on, and after every two dosing sessions.")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<ModalityEvaluationView> evaluations(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(modalities.evaluations(records.open(id), cursors.lastId(cursor), size + 1), size, Evaluation::id)
                .map(ModalityEvaluationView::of);
    }

    @POST
    @Path("/confirmations")
    @RolesAllowed(Roles.THERAPIST)
    @ClinicOperation(action = "modality.confirm", entity = "ModalityConfirmation")
    @Operation(summary = "Confirm or change the recommendation",
            description = "A change needs its reason; what is blocked cannot be chosen; at most three at a time.")
    @RequestBody(content = @Content(examples = {
        @ExampleObject(name = "confirmed", value = ModalityExamples.CONFIRM),
        @ExampleObject(name = "changed", value = ModalityExamples.CHANGE)
    }))
    @APIResponse(responseCode = "201", description = "Chosen")
    @APIResponse(responseCode = "409", description = "modality-blocked with blocked[], or intake-required")
    @APIResponse(responseCode = "422", description = "reason-required, too-many-modalities, or a value outside its range")
    public RestResponse<ModalityConfirmationView> confirm(
            @RestPath UUID id, @Valid @NotNull ModalityConfirmationRequest request) {
        ModalityConfirmationView view = ModalityConfirmationView.of(modalities.confirm(
                records.open(id), request.modalities(), request.reason(), records.callerId()), false);
        return Answers.created(
                URI.create("/api/v1/patients/" + id + "/modality-recommendation/confirmations"), view, view.version());
    }

    @GET
    @Path("/confirmations")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "modality.confirmations", entity = "ModalityConfirmation")
    @Operation(summary = "List what therapists chose, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<ModalityConfirmationView> confirmations(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(modalities.confirmations(records.open(id), cursors.lastId(cursor), size + 1), size, Confirmation::id)
                .map(confirmation -> ModalityConfirmationView.of(confirmation, null));
    }

    @POST
    @Path("/stabilization")
    @RolesAllowed(Roles.THERAPIST)
    @ClinicOperation(action = "modality.stabilize", entity = "ModalityRecommendation")
    @Operation(summary = "Say whether the stabilization step before EMDR is done")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "done", value = ModalityExamples.STABILIZED)))
    @APIResponse(responseCode = "200", description = "The recommendation with it")
    @APIResponse(responseCode = "409", description = "intake-required")
    public ModalityRecommendationView stabilize(@RestPath UUID id, @Valid @NotNull StabilizationRequest request) {
        PatientId patientId = records.open(id);
        modalities.stabilize(patientId, request.done(), records.callerId());
        return view(patientId);
    }

    private ModalityRecommendationView view(PatientId patientId) {
        return ModalityRecommendationView.of(patientId.value(), modalities.present(patientId));
    }
}
