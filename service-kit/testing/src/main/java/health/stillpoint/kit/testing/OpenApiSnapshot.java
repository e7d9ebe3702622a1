package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Holds the API to its document in git, {@code docs/openapi.json}. A change that callers can live with is taken over by
 * running the test with {@code -Dopenapi.snapshot=update}; one that breaks them is refused unless
 * {@code -Dopenapi.snapshot=break} says that it is meant.
 */
public final class OpenApiSnapshot {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OpenApiSnapshot() {}

    /** Compares the document the service serves (as text, JSON) with the one in git. */
    public static void holds(String served) {
        holds(served, Contracts.here().resolve("docs/openapi.json"), System.getProperty("openapi.snapshot", "check"));
    }

    static void holds(String served, Path file, String mode) {
        String now = normalized(served);
        if (!Files.exists(file) && !mode.equals("check")) {
            write(file, now);
        }
        assertThat(file).as("the API's document in git").exists();
        String then = normalized(Contracts.read(file));
        if (now.equals(then)) {
            return;
        }
        ChangedOpenApi change = OpenApiCompare.fromContents(then, now);
        boolean accepted = mode.equals("break") || mode.equals("update") && change.isCompatible();
        assertThat(accepted)
                .as("The API %s; run with -Dopenapi.snapshot=%s if that is meant, and commit %s",
                        change.isCompatible() ? "has grown" : "breaks its callers",
                        change.isCompatible() ? "update" : "break",
                        file.getFileName())
                .isTrue();
        write(file, now);
    }

    private static String normalized(String document) {
        try {
            JsonNode tree = JSON.readTree(document);
            return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
