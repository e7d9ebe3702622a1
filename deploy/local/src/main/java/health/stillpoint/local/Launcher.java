package health.stillpoint.local;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The Java side of {@code ./stillpoint}: one word says what to do, one line says why it cannot be done. */
public final class Launcher {

    private static final Map<String, String> PROGRAMS_OF_OTHERS = Map.of(
            "demo", "health.stillpoint.local.walkthrough.Demo",
            "bench", "health.stillpoint.bench.Bench");

    private Launcher() {}

    /** Runs one command; the script sets {@code STILLPOINT_HOME} and {@code STILLPOINT_ROOT}. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(System.getenv().getOrDefault("STILLPOINT_HOME", ".stillpoint")));
        Path root = Path.of(System.getenv().getOrDefault("STILLPOINT_ROOT", "."));
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            StackPorts.from(System.getenv()); // a setting nobody can read is refused by every command, also by one that goes by recorded ports
            System.exit(switch (command) {
                case "up" -> new UpCommand(home, root, System.getenv()).run(rest);
                case "down" -> new DownCommand(home).run();
                case "status" -> new StatusCommand(home).run();
                case "token" -> new TokenCommand(home).run(rest);
                case "demo", "bench" -> runOther(command, rest);
                default -> throw new StackException("Unknown command \"" + command + "\". ./stillpoint help lists them.");
            });
        } catch (StackException refusal) {
            System.err.println("stillpoint: " + refusal.getMessage());
            System.exit(1);
        }
    }

    private static int runOther(String command, String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName(PROGRAMS_OF_OTHERS.get(command))
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
            return 0;
        } catch (ClassNotFoundException absent) {
            throw new StackException("This build has no " + command + ".", absent);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof StackException refusal) {
                throw refusal;
            }
            throw failed;
        }
    }
}
