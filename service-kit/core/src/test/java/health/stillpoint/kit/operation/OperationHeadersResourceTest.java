package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.ApiDocument;
import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class OperationHeadersResourceTest extends ApiDocument {

    private static final String COMPONENTS = "#/components/parameters/";

    @Test
    void aKeyIsAcceptedWhereverSomethingIsChanged() {
        assertThat(referred("post", "/api/v1/notes")).containsExactly(COMPONENTS + "IdempotencyKey");
        assertThat(referred("put", "/api/v1/sandbox/clock")).containsExactly(COMPONENTS + "IdempotencyKey");
        assertThat(referred("get", "/api/v1/notes")).containsOnlyNulls();
        assertThat(referred("get", "/api/v1/audit-events/export")).isNull();
    }

    @Test
    void aKeyIsRequiredWhereARepeatCouldHarm() {
        assertThat(referred("post", "/api/v1/notes/once")).containsExactly(COMPONENTS + "RequiredIdempotencyKey");
        assertThat(document.getBoolean("components.parameters.RequiredIdempotencyKey.required")).isTrue();
        assertThat(document.getMap("components.parameters.IdempotencyKey")).doesNotContainKey("required")
                .containsEntry("name", "Idempotency-Key").containsEntry("in", "header").containsKey("description");
    }

    @Test
    void theDocumentedKeysAreTheUsableOnes() {
        String schema = "components.parameters.IdempotencyKey.schema.";

        assertThat(document.getInt(schema + "minLength")).isEqualTo(1);
        assertThat(document.getInt(schema + "maxLength")).isEqualTo(255);
        for (String key : List.of("k", "!~", "0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9a01", "a b", "", "é", "\u007f")) {
            assertThat(key.matches(document.getString(schema + "pattern"))).as(key).isEqualTo(IdempotentCall.isUsable(key));
        }
    }

    @Test
    void theVersionIsRequiredWhereAMethodAsksForIt() {
        assertThat(referred("patch", "/api/v1/notes/{id}"))
                .contains(COMPONENTS + "IfMatch", COMPONENTS + "IdempotencyKey");
        assertThat(document.getBoolean("components.parameters.IfMatch.required")).isTrue();
    }

    private List<String> referred(String method, String path) {
        return document.getList("paths.'" + path + "'." + method + ".parameters.$ref");
    }
}
