package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiSnapshotTest {

    private static final String OF_THINGS = api("\"/things\": {\"get\": {\"responses\": {\"200\": {\"description\": \"All\"}}}}");
    private static final String OF_NOTHING = api("");
    private static final String OF_THINGS_AND_PARTS = api("\"/things\": {\"get\": {\"responses\": {\"200\": {\"description\": \"All\"}}}},"
            + "\"/parts\": {\"get\": {\"responses\": {\"200\": {\"description\": \"All\"}}}}");

    @TempDir
    Path folder;

    private Path file;

    private static String api(String paths) {
        return "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Things\", \"version\": \"1\"}, \"paths\": {" + paths + "}}";
    }

    @BeforeEach
    void keepTheDocument() {
        file = folder.resolve("openapi.json");
        OpenApiSnapshot.holds(OF_THINGS, file, "update");
    }

    @Test
    void acceptsTheSameDocumentInAnotherOrder() throws IOException {
        // Given
        String kept = Files.readString(file);

        // When
        OpenApiSnapshot.holds(OF_THINGS.replace("{\"openapi\": \"3.1.0\", ", "{").replaceAll("}$", ", \"openapi\": \"3.1.0\"}"), file, "check");

        // Then
        assertThat(file).hasContent(kept);
    }

    @Test
    void asksToCommitADocumentThatHasGrown() {
        assertThatThrownBy(() -> OpenApiSnapshot.holds(OF_THINGS_AND_PARTS, file, "check"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has grown");
        OpenApiSnapshot.holds(OF_THINGS_AND_PARTS, file, "update");
        OpenApiSnapshot.holds(OF_THINGS_AND_PARTS, file, "check");
    }

    @Test
    void refusesABreakingChangeEvenWhenUpdating() {
        assertThatThrownBy(() -> OpenApiSnapshot.holds(OF_NOTHING, file, "update"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks its callers");
        assertThat(file).content().contains("/things");
        OpenApiSnapshot.holds(OF_NOTHING, file, "break");
        assertThat(file).content().doesNotContain("/things");
    }

    @Test
    void refusesToHoldAnApiThatWasNeverWrittenDown() {
        assertThatThrownBy(() -> OpenApiSnapshot.holds(OF_THINGS, folder.resolve("absent.json"), "check"))
                .isInstanceOf(AssertionError.class);
    }
}
