package health.stillpoint.system;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.walkthrough.ApiClient;
import health.stillpoint.local.walkthrough.Reporter;
import health.stillpoint.local.walkthrough.Walkthrough;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Paths of patients through the system, for tests that need their records. */
final class Paths {

    private static boolean walked;

    private Paths() {}

    /** One whole path of a patient of clinic Harbor; played only when none was yet. */
    static synchronized void ensureWalked() {
        if (!walked) {
            walk(client(), Reporter.quiet());
        }
    }

    static synchronized Walkthrough.Made walk(ApiClient client, Reporter reporter) {
        Walkthrough.Made made = Walkthrough.run(client, reporter);
        walked = true;
        return made;
    }

    static ApiClient client() {
        return new ApiClient(SystemStack.gateway(), Paths::token,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build());
    }

    /** A new patient of a clinic: their id. */
    static UUID registerSomebody(String clinic) {
        Http.Answer answer = Http.to(SystemStack.gateway(), "/api/v1/patients")
                .as(SystemStack.token("clinic-admin", clinic)).idempotent()
                .post(Map.of(
                        "name", Map.of("family", "Quist", "given", new String[] {"Ada"}),
                        "birthDate", "1990-04-02", "sexAtBirth", "female",
                        "contact", Map.of("phone", "+15550100"),
                        "emergencyContact", Map.of("name", "Bo Quist", "relationship", "sister", "phone", "+15550101"),
                        "language", "en", "timeZone", "UTC"));
        if (answer.status() != 201) {
            throw new AssertionError("registering answered " + answer.status() + ": " + answer.text());
        }
        return UUID.fromString(answer.json().path("id").asText());
    }

    private static String token(String login) {
        String[] parts = login.split("@");
        return parts[0].startsWith("patient.")
                ? SystemStack.running().patientToken(UUID.fromString(parts[0].substring(8)), parts[1])
                : tokenOfStaff(parts[0], parts[1]);
    }

    private static String tokenOfStaff(String name, String clinic) {
        String role = name.endsWith("2") ? name.substring(0, name.length() - 1) : name;
        return SystemStack.running().issuer().token(role, clinic)
                .claim("sub", DemoRealm.subject(name + "@" + clinic).toString())
                .serialize();
    }
}
