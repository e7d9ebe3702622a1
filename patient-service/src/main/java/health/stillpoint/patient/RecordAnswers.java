package health.stillpoint.patient;

import health.stillpoint.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes in the API's document what every operation on a patient's record can answer for the record itself: it is not there, it
 * was merged, its identity was removed. And 422 for every body, whose values may be out of range.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RecordAnswers implements OASFilter {

    private static final String RECORD = "/api/v1/patients/{id}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            if (path.equals(RECORD) || path.startsWith(RECORD + "/")) {
                describe(operation, method);
            }
            if (path.equals(RECORD) && method == HttpMethod.PATCH) {
                add(operation, "422", "patient-minor, implausible-date, or a value outside its range (invalid-value)");
            }
            if (operation.getRequestBody() != null) {
                add(operation, "422", "A value is outside its range (invalid-value)");
            }
        }));
    }

    private static void describe(Operation operation, HttpMethod method) {
        add(operation, "404", "No such patient");
        if (method == HttpMethod.GET) {
            add(operation, "301", "patient-merged: Location leads to the same of the record that goes on")
                    .addHeader(HttpHeaders.LOCATION, OASFactory.createHeader().schema(
                            OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uri-reference")));
            add(operation, "410", "patient-erased: the time for which the facts of an erased person are kept is over");
        } else {
            APIResponse refused = add(operation, "409", "patient-merged or patient-erased");
            if (!refused.getDescription().contains("patient-merged")) {
                refused.setDescription(refused.getDescription() + "; patient-merged or patient-erased");
            }
        }
    }

    /** The answer with this status, as the operation describes it itself if it does. */
    private static APIResponse add(Operation operation, String status, String description) {
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known != null) {
            return known;
        }
        APIResponse answer = OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
        operation.getResponses().addAPIResponse(status, answer);
        return answer;
    }
}
