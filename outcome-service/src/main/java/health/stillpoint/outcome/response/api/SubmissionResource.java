package health.stillpoint.outcome.response.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Idempotency;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.api.OwnRecord;
import health.stillpoint.outcome.response.Responses;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes filled questionnaires. Apart from reading them, since its path lies under the assessment. */
@Path("/api/v1/assessments/{id}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Responses", description = "Filled questionnaires and their scores")
@RunOnVirtualThread
public class SubmissionResource {

    private final Responses responses;
    private final OwnRecord ownRecord;
    private final AuditDetail audit;

    SubmissionResource(Responses responses, OwnRecord ownRecord, AuditDetail audit) {
        this.responses = responses;
        this.ownRecord = ownRecord;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "response.submit", entity = "Response", idempotency = Idempotency.REQUIRED)
    @Operation(
            summary = "Answer an instrument of an assessment",
            operationId = "submitResponse",
            description = "The answers are scored, compared with the baseline and stored for good. Alerts they raise"
                    + " commit with them. A repeat inside the window supersedes the earlier response; both are kept."
                    + " Patients answer for themselves only.")
    @APIResponse(
            responseCode = "201",
            description = "Taken and scored",
            content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @APIResponse(responseCode = "400", description = "Unreadable, or without an idempotency key")
    @APIResponse(responseCode = "403", description = "A clinician rates this instrument (clinician-only)")
    @APIResponse(responseCode = "404", description = "No such assessment (no-such-assessment)")
    @APIResponse(
            responseCode = "409",
            description = "Not now: window-not-open, window-closed, instrument-not-offered")
    @APIResponse(
            responseCode = "422",
            description = "Answers outside the instrument (answers-invalid, with items), or in-the-future")
    public RestResponse<ResponseView> submit(@RestPath UUID id, @Valid @NotNull ResponseRequest request) {
        QuestionnaireResponse response =
                responses.submit(request.submission(id, ownRecord.ofPatient())).response();
        audit.subject(response.patient().value()).entity("Response", response.id().value());
        return Answers.created(
                URI.create("/api/v1/responses/" + response.id().value()), ResponseView.withoutAnswers(response), 0);
    }
}
