package health.stillpoint.patient.candidacy.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.candidacy.Candidacies;
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

/** The candidacy review of a patient. */
@Path("/api/v1/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Candidacy", description = "Who may be treated, and why")
public class CandidacyResource {

    private final Candidacies candidacies;
    private final PatientRecords records;
    private final Cursors cursors;

    CandidacyResource(Candidacies candidacies, PatientRecords records, Cursors cursors) {
        this.candidacies = candidacies;
        this.records = records;
        this.cursors = cursors;
    }

    @GET
    @Path("/candidacy")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "candidacy.review", entity = "Candidacy")
    @Operation(summary = "Ask all rules now", description = "Nothing is decided by it.")
    @APIResponse(responseCode = "200", description = "The outcome the rules propose, with every rule")
    public CandidacyView review(@RestPath UUID id) {
        return CandidacyView.of(candidacies.review(records.open(id)));
    }

    @POST
    @Path("/candidacy-decisions")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "candidacy.decide", entity = "CandidacyDecision")
    @Operation(summary = "Take the decision that the rules propose",
            description = "Stored with everything it rests on. With an override, three relative findings or a finding of an "
                    + "earlier screening that is gone without having been corrected, an acceptance waits for a second reader. "
                    + "Only a psychiatrist overrides: who signs in as a practitioner whose specialties name psychiatry.")
    @RequestBody(content = @Content(examples = {
        @ExampleObject(name = "decision", value = CandidacyExamples.DECISION),
        @ExampleObject(name = "override", value = CandidacyExamples.OVERRIDE)
    }))
    @APIResponse(responseCode = "201", description = "Decided")
    @APIResponse(responseCode = "403", description = "psychiatrist-required, or no prescriber")
    @APIResponse(responseCode = "409", description = "candidacy-not-ready with missing[] and unanswered[], or programme-ended")
    public RestResponse<CandidacyDecisionView> decide(
            @RestPath UUID id, @Valid @NotNull CandidacyDecisionRequest request) {
        PatientId patientId = records.open(id);
        CandidacyDecisionView view = CandidacyDecisionView.of(candidacies.decide(
                patientId, records.callerId(), request.rationale(), request.toOverride()));
        return Answers.created(
                URI.create("/api/v1/patients/" + id + "/candidacy-decisions/" + view.id()), view, view.version());
    }

    @GET
    @Path("/candidacy-decisions")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "candidacy.list", entity = "CandidacyDecision")
    @Operation(summary = "List decisions, newest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<CandidacyDecisionView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(candidacies.of(records.open(id), cursors.lastId(cursor), size + 1), size,
                decision -> decision.value().id()).map(CandidacyDecisionView::of);
    }

    @GET
    @Path("/candidacy-decisions/{decisionId}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "candidacy.read", entity = "CandidacyDecision")
    @Operation(summary = "Read a decision")
    @APIResponse(responseCode = "200", description = "The decision, with ETag")
    @APIResponse(responseCode = "404", description = "No such decision")
    public RestResponse<CandidacyDecisionView> read(@RestPath UUID id, @RestPath UUID decisionId) {
        CandidacyDecisionView view = CandidacyDecisionView.of(candidacies.withId(records.open(id), decisionId));
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/candidacy-decisions/{decisionId}/second-reading")
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "candidacy.second-reading", entity = "CandidacyDecision")
    @Operation(summary = "Read a decision as second physician", description = "It takes effect when the reader agrees, and "
            + "the rules, asked anew, still propose the same acceptance. Who does not agree is always heard.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "agrees", value = CandidacyExamples.SECOND_READING)))
    @APIResponse(responseCode = "200", description = "Read, with the new ETag")
    @APIResponse(responseCode = "409", description = "same-reader, not-awaiting-reader, or decision-overtaken with reasons[]")
    public RestResponse<CandidacyDecisionView> readAsSecond(
            @RestPath UUID id, @RestPath UUID decisionId, @Valid @NotNull SecondReadingRequest request) {
        CandidacyDecisionView view = CandidacyDecisionView.of(
                candidacies.read(records.open(id), decisionId, records.callerId(), request.agrees()));
        return Answers.ok(view, view.version());
    }
}
