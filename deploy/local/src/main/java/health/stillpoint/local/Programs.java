package health.stillpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the built programs lie, and how they are put aside so that a later build does not change a running one. */
final class Programs {

    private Programs() {}

    static Path built(Path repository, Program program) {
        Path application = repository.resolve(program.module()).resolve("target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new StackException(program.module() + " is not built: " + application + " is missing. Run ./stillpoint up.");
        }
        return application;
    }

    /** Makes target the same as source, copying only files whose size or time differs. */
    static void mirror(Path source, Path target) {
        try {
            Files.createDirectories(target);
            Set<Path> wanted = files(source);
            for (Path extra : files(target)) {
                if (!wanted.contains(extra)) {
                    Files.delete(target.resolve(extra));
                }
            }
            for (Path file : wanted) {
                copyIfDifferent(source.resolve(file), target.resolve(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + source, failed);
        }
    }

    private static Set<Path> files(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).map(directory::relativize).collect(Collectors.toSet());
        }
    }

    private static void copyIfDifferent(Path from, Path to) throws IOException {
        if (Files.exists(to)
                && Files.size(from) == Files.size(to)
                && sameMoment(Files.getLastModifiedTime(from), Files.getLastModifiedTime(to))) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean sameMoment(FileTime one, FileTime other) {
        return one.toMillis() == other.toMillis();
    }
}
