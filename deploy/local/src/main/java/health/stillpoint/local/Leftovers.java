package health.stillpoint.local;

import health.stillpoint.local.parts.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a killed launcher left running. A program counts only when a launcher recorded its number and start time in this
 * home, PostgreSQL only when it serves this home's data directory; nothing else is touched.
 */
final class Leftovers {

    static final String POSTGRES = "postgres";

    private static final String KEYCLOAK = "keycloak";
    private static final int PATIENCE_SECONDS = 10;

    private Leftovers() {}

    /** The processes by name; only a home on which no launcher runs has leftovers. */
    static Map<String, ProcessHandle> of(Home home) {
        Map<String, ProcessHandle> left = new LinkedHashMap<>();
        LocalPostgres.leftover(home.postgresData()).ifPresent(process -> left.put(POSTGRES, process));
        recorded(home, KEYCLOAK, left);
        for (Program program : Program.values()) {
            recorded(home, program.module(), left);
        }
        return left;
    }

    private static void recorded(Home home, String name, Map<String, ProcessHandle> left) {
        ProcessRecord.read(record(home, name)).flatMap(ProcessRecord::alive).ifPresent(process -> left.put(name, process));
    }

    private static Path record(Home home, String name) {
        return home.run(name + ".pid");
    }

    /** Ends them, PostgreSQL after its clients, and forgets them. */
    static void end(Home home, Consumer<String> progress) {
        Map<String, ProcessHandle> left = of(home);
        left.forEach((name, process) ->
                progress.accept("Stopping " + name + " (pid " + process.pid() + "), left by a launcher that was killed"));
        boolean postgres = left.remove(POSTGRES) != null;
        left.values().forEach(ProcessHandle::destroy);
        left.values().forEach(Leftovers::awaitEnd);
        if (postgres) {
            LocalPostgres.endLeftover(home.postgresData());
        }
        for (Program program : Program.values()) {
            forget(record(home, program.module()));
        }
        forget(record(home, KEYCLOAK));
        forget(home.run("launcher.pid"));
        forget(home.run("ready"));
    }

    private static void awaitEnd(ProcessHandle process) {
        var children = process.descendants().toList();
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
