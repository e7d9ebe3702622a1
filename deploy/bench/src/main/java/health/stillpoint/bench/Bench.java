package health.stillpoint.bench;

import health.stillpoint.local.StackException;
import java.nio.file.Path;

/** {@code ./stillpoint bench foundation|patients}: starts a stack of its own on free ports, measures it and prints what it found. */
public final class Bench {

    private Bench() {}

    /** Runs the benchmark; throws with one line for people when something cannot be measured. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getenv().getOrDefault("STILLPOINT_HOME", ".stillpoint")).toAbsolutePath().resolve("bench");
        Path root = Path.of(System.getenv().getOrDefault("STILLPOINT_ROOT", "."));
        if (arguments.length == 1 && arguments[0].equals("patients")) {
            patients(home, root);
            return;
        }
        Options options = Options.read(arguments);
        try (Foundation foundation = new Foundation(options, home, root, line -> System.err.println("  " + line))) {
            try {
                foundation.run();
            } finally {
                System.out.println(Report.of(foundation.found()));
            }
        } catch (BenchFailure failure) {
            throw new StackException("bench: " + failure.getMessage(), failure);
        }
    }

    private static void patients(Path home, Path root) throws Exception {
        try (PatientSearchBench bench = new PatientSearchBench(home, root, line -> System.err.println("  " + line))) {
            System.out.println(bench.run());
        } catch (BenchFailure failure) {
            throw new StackException("bench: " + failure.getMessage(), failure);
        }
    }
}
