package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.ApiDocument;
import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class OperationAnswersResourceTest extends ApiDocument {

    @Test
    void everyRefusalIsAProblem() {
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        assertThat(paths).isNotEmpty();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> responses(operation).forEach((status, response) -> {
            if (status.charAt(0) >= '4') {
                assertThat(schema(response, "application/problem+json")).as(method + " " + path + " " + status)
                        .isEqualTo(Map.of("$ref", "#/components/schemas/Problem"));
            }
        })));
        assertThat(document.getList("components.schemas.Problem.required", String.class)).contains("code", "status", "requestId");
    }

    @Test
    void whatWasCreatedIsWhatTheMethodReturns() {
        assertThat(document.getString("paths.'/api/v1/notes'.post.responses.'201'.content.'application/json'.schema.$ref"))
                .isEqualTo("#/components/schemas/NoteView");
    }

    @SuppressWarnings("unchecked") // JSON
    private static Map<String, Map<String, Object>> responses(Map<String, Object> operation) {
        return (Map<String, Map<String, Object>>) operation.get("responses");
    }

    @SuppressWarnings("unchecked") // JSON
    private static Object schema(Map<String, Object> response, String mediaType) {
        Map<String, Map<String, Object>> content = (Map<String, Map<String, Object>>) response.getOrDefault("content", Map.of());
        return content.getOrDefault(mediaType, Map.of()).get("schema");
    }
}
