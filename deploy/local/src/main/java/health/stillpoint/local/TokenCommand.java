package health.stillpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Prints an access token of a demonstration login, and nothing else. */
final class TokenCommand {

    private static final String USAGE =
            "usage: ./stillpoint token ROLE [harbor|meadow] [--patient ID]; roles: " + String.join(" ", DemoRealm.ROLES);

    private final Home home;

    TokenCommand(Home home) {
        this.home = home;
    }

    int run(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> form = form(arguments);
        URI tokenEndpoint = URI.create(
                "http://localhost:" + RunningStack.ports(home).of(StackPort.ISSUER) + "/stillpoint/token");
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StackException("No token: " + answer.path("error_description").asText() + ".");
            }
            System.out.println(answer.path("access_token").asText());
            return 0;
        }
    }

    private Map<String, String> form(String[] arguments) {
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
        if (role.equals("partner")) {
            return partner(clinic);
        }
        return login(username(role, clinic, patient));
    }

    private static String username(String role, String clinic, String patient) {
        if (role.equals("patient") != (patient != null)) {
            throw new StackException("--patient ID goes with the role patient, and only with it. " + USAGE);
        }
        String username = patient == null ? role + "@" + clinic : "patient." + patientId(patient) + "@" + clinic;
        if (DemoRealm.person(username).isEmpty()) {
            throw new StackException("There is no login " + username + ". " + USAGE);
        }
        return username;
    }

    private static UUID patientId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new StackException("\"" + text + "\" is not a patient id (a UUID).", notAnId);
        }
    }

    private static Map<String, String> login(String username) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", LocalIssuer.CLI_CLIENT);
        form.put("username", username);
        form.put("password", DemoRealm.PASSWORD);
        return form;
    }

    private Map<String, String> partner(String clinic) {
        if (!clinic.equals("harbor")) {
            throw new StackException("Only the clinic harbor has a partner.");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", LocalIssuer.PARTNER_CLIENT);
        form.put("client_secret", new Secrets(home.secrets()).of(LocalIssuer.PARTNER_CLIENT));
        return form;
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

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
