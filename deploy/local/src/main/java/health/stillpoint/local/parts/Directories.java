package health.stillpoint.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Temporary directories of parts that were given none. */
final class Directories {

    private Directories() {}

    static Path temporary(String part) {
        try {
            return Files.createTempDirectory("stillpoint-" + part + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException("no temporary directory for " + part, failed);
        }
    }

    /** At the end of this process stops the part and then removes its directory. */
    static void endWithProcess(Runnable stop, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                stop.run();
            } finally {
                delete(directory);
            }
        }));
    }

    /** Deletes what can be deleted: a part that is still stopping may hold or remove files at the same time. */
    static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return deleteQuietly(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failed) {
                    return deleteQuietly(dir);
                }
            });
        } catch (IOException left) {
            // A leftover temporary directory harms nobody.
        }
    }

    private static FileVisitResult deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            // See delete.
        }
        return FileVisitResult.CONTINUE;
    }
}
