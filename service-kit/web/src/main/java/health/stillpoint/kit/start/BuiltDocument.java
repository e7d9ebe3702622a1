package health.stillpoint.kit.start;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves the API's document as the build made it. Quarkus reads the built document at every start and writes it anew twice, as JSON
 * and as YAML, which for hundreds of kilobytes keeps 15 MB of memory (docs/adr/0009); nothing of ours changes it at run time.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@Unremovable
class BuiltDocument extends OpenApiDocumentService {

    private final ClassLoader resources = Thread.currentThread().getContextClassLoader();

    BuiltDocument() {
        OpenApiConstants.classLoader = new FindsNothing();
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        String suffix = OpenApiConstants.DEFAULT_DOCUMENT_NAME.equals(name) ? "" : "-" + name;
        try (InputStream built = resources.getResourceAsStream(OpenApiConstants.BASE_NAME + suffix + "." + format)) {
            return built == null ? new byte[0] : built.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the API's document cannot be read", unreadable);
        }
    }

    /** Where Quarkus looks for a document to read at the start. */
    private static final class FindsNothing extends ClassLoader {

        FindsNothing() {
            super(null);
        }
    }
}
