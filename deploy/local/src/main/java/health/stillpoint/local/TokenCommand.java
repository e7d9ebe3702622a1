package health.stillpoint.local;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.IssuerClient;
import health.stillpoint.local.parts.LocalIssuer;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Prints an access token of a demonstration login, and nothing else. */
final class TokenCommand {

    private static final String USAGE =
            "usage: ./stillpoint token ROLE [harbor|meadow] [--patient ID]; roles: " + String.join(" ", DemoRealm.ROLES);

    private final Home home;

    TokenCommand(Home home) {
        this.home = home;
    }

    int run(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        String patient = takeOption(words, "--patient");
        if (words.isEmpty() || words.size() > 2 || words.getFirst().startsWith("-")) {
            throw new StackException(USAGE);
        }
        String role = words.getFirst();
        String clinic = words.size() == 2 ? words.get(1) : "harbor";
        if (!DemoRealm.CLINICS.containsKey(clinic)) {
            throw new StackException("There is no demonstration clinic \"" + clinic + "\". " + USAGE);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            IssuerClient.Answer answer = role.equals("partner") ? partner(clinic, http) : login(person(role, clinic, patient), http);
            if (answer.accessToken().isEmpty()) {
                throw new StackException("No token: " + answer.refusal() + ".");
            }
            System.out.println(answer.accessToken());
            return 0;
        }
    }

    private static DemoRealm.Person person(String role, String clinic, String patient) {
        if (role.equals("patient") != (patient != null)) {
            throw new StackException("--patient ID goes with the role patient, and only with it. " + USAGE);
        }
        String username = patient == null ? role + "@" + clinic : "patient." + patientId(patient) + "@" + clinic;
        return DemoRealm.person(username).orElseThrow(() -> new StackException("There is no login " + username + ". " + USAGE));
    }

    private static UUID patientId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new StackException("\"" + text + "\" is not a patient id (a UUID).", notAnId);
        }
    }

    private IssuerClient.Answer login(DemoRealm.Person person, HttpClient http) {
        SignIn where = RunningStack.signIn(home);
        if (person.patientId().isPresent()) {
            where.operator(http).ifPresent(operator -> operator.ensurePatient(person));
        }
        return new IssuerClient(where.issuer(), http).signIn(person.username());
    }

    private IssuerClient.Answer partner(String clinic, HttpClient http) {
        if (!clinic.equals("harbor")) {
            throw new StackException("Only the clinic harbor has a partner.");
        }
        return new IssuerClient(RunningStack.signIn(home).issuer(), http).clientCredentials(
                LocalIssuer.PARTNER_CLIENT, new Secrets(home.secrets()).of(LocalIssuer.PARTNER_CLIENT));
    }

    private static String takeOption(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at < 0) {
            return null;
        }
        if (at + 1 == words.size()) {
            throw new StackException(USAGE);
        }
        words.remove(at);
        return words.remove(at);
    }
}
