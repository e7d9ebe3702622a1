package health.stillpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends programs a killed launcher left running. Only a process whose number and start time a launcher recorded in this
 * home is touched; a leftover PostgreSQL is ended by LocalPostgres, which knows its own data directory.
 */
final class Leftovers {

    private static final int PATIENCE_SECONDS = 10;

    private Leftovers() {}

    static void end(Home home, Consumer<String> progress) {
        for (Program program : Program.values()) {
            end(home, program.module(), progress);
        }
        end(home, "keycloak", progress);
        forget(home.run("launcher.pid"));
        forget(home.run("ready"));
    }

    private static void end(Home home, String name, Consumer<String> progress) {
        Path file = home.run(name + ".pid");
        ProcessRecord.read(file).flatMap(ProcessRecord::alive).ifPresent(left -> {
            progress.accept("Stopping " + name + " (pid " + left.pid() + "), left by a run that was killed");
            end(left);
        });
        forget(file);
    }

    private static void end(ProcessHandle process) {
        var children = process.descendants().toList();
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException stubborn) {
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new StackException("cannot end process " + process.pid(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
