package health.stillpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory that holds one stack, {@code .stillpoint} by default; only its owner may enter it (0700).
 *
 * <pre>
 * data/      PostgreSQL, Kafka's log, the issuer's key: what must survive
 * secrets    generated passwords (0600)
 * logs/      one file per part, the run before as *.1
 * run/       who runs now: pid and start time of each process, the ports in use
 * keycloak/  Keycloak with its accounts and keys, when it was asked for
 * programs/  the programs as they run, so that a build cannot pull them from under a running stack
 * </pre>
 */
record Home(Path path) {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    Home {
        path = path.toAbsolutePath().normalize();
    }

    Path postgresData() {
        return path.resolve("data/postgres");
    }

    Path kafkaData() {
        return path.resolve("data/kafka");
    }

    Path issuerKeys() {
        return path.resolve("data/issuer-keys.json");
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path postgresBinaries() {
        return path.resolve("postgres-binaries");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    Path run(String name) {
        return path.resolve("run").resolve(name);
    }

    Path program(Program program) {
        return path.resolve("programs").resolve(program.module());
    }

    /** Whether a stack was ever started here. */
    boolean exists() {
        return Files.isDirectory(path.resolve("data"));
    }

    void create() {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(path.resolve("data"));
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("run"));
        } catch (IOException failed) {
            throw new StackException("Cannot write to " + path + ": " + failed.getMessage() + ".", failed);
        }
    }

    void requireSpace() {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new StackException("Only " + (free >> 20) + " MiB are free under " + path
                        + "; 1024 MiB are needed. Free some, or set STILLPOINT_HOME to another disk.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts the last run's log aside. */
    void rotateLog(String name) {
        Path log = log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
