package health.stillpoint.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The stack another process runs, as it wrote itself down. */
final class RunningStack {

    private RunningStack() {}

    static Optional<ProcessHandle> launcher(Home home) {
        return ProcessRecord.read(home.run("launcher.pid")).flatMap(ProcessRecord::alive);
    }

    /** Where people sign in to the running stack; fails in one line when none runs. */
    static SignIn signIn(Home home) {
        ports(home);
        Path file = home.run("issuer");
        try {
            URI issuer = URI.create(Files.readString(file).strip());
            return new SignIn(issuer, issuer.getPath().startsWith("/realms/")
                    ? Optional.of(new Secrets(home.secrets()).of(LocalStack.KEYCLOAK_OPERATOR))
                    : Optional.empty());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    /** The ports of the running stack; fails in one line when none runs. */
    static StackPorts ports(Home home) {
        if (launcher(home).isEmpty()) {
            throw absent(home, Leftovers.of(home));
        }
        return recordedPorts(home);
    }

    /** Says in one line that no launcher runs on this home, and what a killed one has left there. */
    static StackException absent(Home home, Map<String, ProcessHandle> left) {
        return new StackException(left.isEmpty()
                ? "Stillpoint is not running on " + home.path() + ". ./stillpoint up starts it."
                : "The launcher on " + home.path() + " was killed; " + String.join(", ", left.keySet())
                        + " still run without it. ./stillpoint down ends them, ./stillpoint up ends them and starts everything anew.");
    }

    /** The ports that the last launcher of this home wrote down. */
    static StackPorts recordedPorts(Home home) {
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
