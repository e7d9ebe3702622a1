package health.stillpoint.local.walkthrough;

import health.stillpoint.local.StackException;
import health.stillpoint.local.StackPort;
import health.stillpoint.local.StackPorts;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code ./stillpoint demo}: fills a running stack through its public API. {@code --walkthrough} plays one path in full and
 * explains it; without it {@code --patients N} (default 3) synthetic patients are treated quietly. {@code --gateway URL} and
 * {@code --issuer URL} name another stack than the embedded one, for example the one of docker-compose.yml.
 */
public final class Demo {

    private static final int DEFAULT_PATIENTS = 3;
    private static final int MOST_PATIENTS = 200;
    private static final String USAGE =
            "usage: ./stillpoint demo [--walkthrough | --patients N] [--gateway URL] [--issuer URL]";

    private Demo() {}

    /** Runs the demonstration; throws with one line for people when something is not as it should be. */
    public static void main(String[] arguments) {
        Options options = Options.read(arguments, System.getenv());
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            ApiClient api = new ApiClient(options.gateway(), new DemoTokens(options.issuer(), http), http);
            if (options.walkthrough()) {
                explain(api, System.out);
            } else {
                fill(api, options.patients(), System.out);
            }
        } catch (WalkthroughFailure failure) {
            throw new StackException(failure.getMessage(), failure);
        }
    }

    private static void explain(ApiClient api, PrintStream out) {
        Instant began = Instant.now();
        Walkthrough.Made made = Walkthrough.run(api, Reporter.to(out));
        out.printf("%nThe path is complete, in %d s. Patient %s, course %s, dose %s.%n",
                Duration.between(began, Instant.now()).toSeconds(), made.patientId(), made.courseId(), made.doseId());
    }

    private static void fill(ApiClient api, int patients, PrintStream out) {
        List<Population.Treated> treated = Population.create(api, patients, Reporter.quiet());
        out.printf("%d synthetic patients of clinic harbor have had their first dose and its integration:%n", treated.size());
        for (Population.Treated one : treated) {
            out.printf("  %-20s OASIS %2d -> %2d   patient %s%n", one.person().name(), one.person().oasisBefore(),
                    one.person().oasisAfter(), one.patientId());
        }
    }

    private record Options(boolean walkthrough, int patients, URI gateway, URI issuer) {

        static Options read(String[] arguments, Map<String, String> environment) {
            boolean walkthrough = false;
            int patients = DEFAULT_PATIENTS;
            StackPorts ports = StackPorts.from(environment);
            URI gateway = URI.create("http://localhost:" + ports.of(StackPort.GATEWAY));
            URI issuer = URI.create("http://localhost:" + ports.of(StackPort.ISSUER) + "/stillpoint");
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--walkthrough" -> walkthrough = true;
                    case "--patients" -> patients = number(value(arguments, ++i));
                    case "--gateway" -> gateway = url(value(arguments, ++i));
                    case "--issuer" -> issuer = url(value(arguments, ++i));
                    default -> throw new StackException("Unknown option \"" + arguments[i] + "\". " + USAGE);
                }
            }
            return new Options(walkthrough, patients, gateway, issuer);
        }

        private static String value(String[] arguments, int at) {
            if (at >= arguments.length) {
                throw new StackException(USAGE);
            }
            return arguments[at];
        }

        private static int number(String text) {
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PATIENTS) {
                throw new StackException("--patients takes a number from 1 to " + MOST_PATIENTS + ". " + USAGE);
            }
            return Integer.parseInt(text);
        }

        private static URI url(String text) {
            if (!text.matches("https?://[^/\\s]+(/\\S*)?")) {
                throw new StackException("\"" + text + "\" is not a URL. " + USAGE);
            }
            return URI.create(text);
        }
    }
}
