package health.stillpoint.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The stack another process runs, as it wrote itself down. */
final class RunningStack {

    private RunningStack() {}

    static Optional<ProcessHandle> launcher(Home home) {
        return ProcessRecord.read(home.run("launcher.pid")).flatMap(ProcessRecord::alive);
    }

    /** The ports of the running stack; fails in one line when none runs. */
    static StackPorts ports(Home home) {
        if (launcher(home).isEmpty()) {
            throw new StackException("Stillpoint is not running on " + home.path() + ". ./stillpoint up starts it.");
        }
        Path file = home.run("ports");
        Properties recorded = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            recorded.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
        return StackPorts.from(recorded);
    }
}
