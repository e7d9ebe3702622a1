package health.stillpoint.system.ship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the repository, found from wherever the tests run. */
final class House {

    static final List<String> SERVICES = List.of("patient-service", "session-service", "outcome-service", "gateway");

    private static final Path ROOT = root();

    private House() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        return text(file(path));
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run outside the repository");
            }
        }
        return folder;
    }
}
