package health.stillpoint.patient.treatment.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.treatment.PriorTreatments;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.RecordedTreatment;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
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
    private final Cursors cursors;

    PriorTreatmentResource(PriorTreatments treatments, PatientRecords records, Cursors cursors) {
        this.treatments = treatments;
        this.records = records;
        this.cursors = cursors;
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
        PriorTreatmentView view = PriorTreatmentView.of(treatments.record(records.open(id), treatment, records.callerId()));
        return Answers.created(URI.create("/api/v1/patients/" + id + "/prior-treatments/" + view.id()), view, view.version());
    }

    @GET
    @Path("/prior-treatments")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.list", entity = "PriorTreatment")
    @Operation(summary = "List earlier treatments in the order they were recorded", description = "Each in its last version.")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<PriorTreatmentView> list(
            @RestPath UUID id,
            @Parameter(description = "true = also those that were entered in error") @RestQuery Boolean enteredInError,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        List<RecordedTreatment> found =
                treatments.of(records.open(id), Boolean.TRUE.equals(enteredInError), cursors.lastId(cursor), size + 1);
        return cursors.pageById(found, size, treatment -> treatment.trial().id()).map(PriorTreatmentView::of);
    }

    @GET
    @Path("/prior-treatments/{treatmentId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.read", entity = "PriorTreatment")
    @Operation(summary = "Read an earlier treatment")
    @APIResponse(responseCode = "200", description = "The treatment, with ETag")
    @APIResponse(responseCode = "404", description = "No such treatment")
    public RestResponse<PriorTreatmentView> read(@RestPath UUID id, @RestPath UUID treatmentId) {
        return answer(treatments.withId(records.open(id), treatmentId));
    }

    @GET
    @Path("/prior-treatments/{treatmentId}/versions")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.history", entity = "PriorTreatment")
    @Operation(summary = "List all versions of an earlier treatment, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such treatment")
    public Page<PriorTreatmentView> versions(
            @RestPath UUID id, @RestPath UUID treatmentId, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        int before = cursors.decode(cursor).map(List::getFirst).map(Integer::valueOf).orElse(Integer.MAX_VALUE);
        return cursors.page(treatments.versions(records.open(id), treatmentId, before, size + 1), size,
                version -> new String[] {Integer.toString(version.number())}).map(PriorTreatmentView::of);
    }

    @POST
    @Path("/prior-treatments/{treatmentId}/correct")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.correct", entity = "PriorTreatment")
    @Operation(summary = "Correct an earlier treatment", description = "Adds a version; nothing is lost. Needs If-Match. Stage and "
            + "candidacy follow: an acceptance ends when rules find something new, or when no failed treatment is left (NOT_RESISTANT).")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "lower dose", value = TreatmentExamples.CORRECTION)))
    @APIResponse(responseCode = "200", description = "Corrected, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such treatment")
    @APIResponse(responseCode = "409", description = "treatment-withdrawn")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "422", description = "class-contradicted, implausible-date, or a value outside its range")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PriorTreatmentView> correct(@RestPath UUID id, @RestPath UUID treatmentId,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull TreatmentCorrectionRequest request) {
        PatientId patientId = records.open(id);
        RecordedTreatment seen = seen(patientId, treatmentId, ifMatch);
        return answer(treatments.correct(
                patientId, seen, request.treatment().toDomain(treatmentId), request.reason(), records.callerId()));
    }

    @POST
    @Path("/prior-treatments/{treatmentId}/withdraw")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "prior-treatment.withdraw", entity = "PriorTreatment")
    @Operation(summary = "Withdraw an earlier treatment that was entered in error", description = "It stays readable and counts no "
            + "longer; for good, so that a right one is recorded anew. Needs If-Match. Stage and candidacy follow as after a correction.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wrong person", value = TreatmentExamples.WITHDRAWAL)))
    @APIResponse(responseCode = "200", description = "Withdrawn, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such treatment")
    @APIResponse(responseCode = "409", description = "treatment-withdrawn")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PriorTreatmentView> withdraw(@RestPath UUID id, @RestPath UUID treatmentId,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull TreatmentWithdrawalRequest request) {
        PatientId patientId = records.open(id);
        RecordedTreatment seen = seen(patientId, treatmentId, ifMatch);
        return answer(treatments.withdraw(patientId, seen, request.reason(), records.callerId()));
    }

    /** The version the caller has seen, which is still the last one. */
    private RecordedTreatment seen(PatientId patientId, UUID treatmentId, String ifMatch) {
        RecordedTreatment present = treatments.lock(patientId, treatmentId);
        Answers.requireMatch(ifMatch, present.number());
        return present;
    }

    private static RestResponse<PriorTreatmentView> answer(RecordedTreatment treatment) {
        return Answers.ok(PriorTreatmentView.of(treatment), treatment.number());
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
