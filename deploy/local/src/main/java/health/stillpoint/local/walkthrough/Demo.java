package health.stillpoint.local.walkthrough;

import health.stillpoint.local.SignIn;
import health.stillpoint.local.StackException;
import health.stillpoint.local.StackPort;
import health.stillpoint.local.StackPorts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./stillpoint demo}: fills a running stack through its public API. {@code --walkthrough} plays one path in full and
 * explains it; without it {@code --patients N} (default 3) synthetic patients are treated quietly. {@code --gateway URL} and
 * {@code --issuer URL} name another stack than the embedded one, for example the one of docker-compose.yml; a Keycloak's
 * operator, whose password is in the file of {@code --operator}, makes the accounts of the patients.
 */
public final class Demo {

    private static final int DEFAULT_PATIENTS = 3;
    private static final int MOST_PATIENTS = 200;
    private static final String USAGE =
            "usage: ./stillpoint demo [--walkthrough | --patients N] [--gateway URL] [--issuer URL [--operator FILE]]";

    private Demo() {}

    /** Runs the demonstration; throws with one line for people when something is not as it should be. */
    public static void main(String[] arguments) {
        Options options = Options.read(arguments, System.getenv());
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            ApiClient api = new ApiClient(options.gateway(), new DemoTokens(options.signIn().issuer(), http, options.signIn().operator(http)), http);
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

    private record Options(boolean walkthrough, int patients, URI gateway, SignIn signIn) {

        static Options read(String[] arguments, Map<String, String> environment) {
            boolean walkthrough = false;
            int patients = DEFAULT_PATIENTS;
            StackPorts ports = StackPorts.from(environment);
            URI gateway = URI.create("http://localhost:" + ports.of(StackPort.GATEWAY));
            SignIn signIn = SignIn.here(environment);
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--walkthrough" -> walkthrough = true;
                    case "--patients" -> patients = number(value(arguments, ++i));
                    case "--gateway" -> gateway = url(value(arguments, ++i));
                    case "--issuer" -> signIn = new SignIn(url(value(arguments, ++i)), Optional.empty());
                    case "--operator" -> signIn = new SignIn(signIn.issuer(), Optional.of(content(value(arguments, ++i))));
                    default -> throw new StackException("Unknown option \"" + arguments[i] + "\". " + USAGE);
                }
            }
            return new Options(walkthrough, patients, gateway, signIn);
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

        private static String content(String file) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException unreadable) {
                throw new StackException("Cannot read " + file + ". " + USAGE, unreadable);
            }
        }

        private static URI url(String text) {
            if (!text.matches("https?://[^/\\s]+(/\\S*)?")) {
                throw new StackException("\"" + text + "\" is not a URL. " + USAGE);
            }
            return URI.create(text);
        }
    }
}
