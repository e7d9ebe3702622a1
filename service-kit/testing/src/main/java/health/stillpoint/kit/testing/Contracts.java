package health.stillpoint.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contract files of this service and, in the same checkout, of the services whose facts it reads. */
public final class Contracts {

    private static final String ROOT = "contracts/";

    private Contracts() {}

    /** The golden example of an event type, wherever its owner is: the class path first, then the owner's module. */
    public static String example(String type) {
        String name = ROOT + "examples/" + type + ".json";
        InputStream own = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        return own != null ? read(own) : read(ownerResources(type).resolve(name));
    }

    /** The types a service of this checkout publishes, by its examples. */
    public static List<String> typesOf(String source) {
        return names(module(source).resolve("src/main/resources/" + ROOT + "examples"));
    }

    private static Path ownerResources(String type) {
        return module(type.split("\\.", 2)[0]).resolve("src/main/resources");
    }

    static Path here() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
    }

    private static Path module(String source) {
        return here().resolveSibling(source + "-service");
    }

    static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream resource) {
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
