package health.stillpoint.outcome.response.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.api.OwnRecord;
import health.stillpoint.outcome.response.Responses;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseId;
import health.stillpoint.outcome.response.domain.ResponseRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Filled questionnaires, one by one. */
@Path("/api/v1/responses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Responses", description = "Filled questionnaires and their scores")
@RunOnVirtualThread
public class ResponseResource {

    private final Responses responses;
    private final OwnRecord ownRecord;
    private final AuditDetail audit;

    ResponseResource(Responses responses, OwnRecord ownRecord, AuditDetail audit) {
        this.responses = responses;
        this.ownRecord = ownRecord;
        this.audit = audit;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PATIENT, Roles.THERAPIST, Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "response.read", entity = "Response")
    @Operation(summary = "Read a response with its answers", operationId = "readResponse")
    @APIResponse(
            responseCode = "200",
            description = "The response",
            content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @APIResponse(responseCode = "404", description = "No such response (no-such-response)")
    public RestResponse<ResponseView> read(@RestPath UUID id) {
        QuestionnaireResponse response = responses.withId(new ResponseId(id));
        if (!ownRecord.mayRead(response.patient())) {
            throw new ResponseRefusal.NoSuchResponse();
        }
        audit.subject(response.patient().value());
        return Answers.ok(ResponseView.withAnswers(response), 0);
    }
}
