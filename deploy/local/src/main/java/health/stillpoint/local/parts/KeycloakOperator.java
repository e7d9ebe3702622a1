package health.stillpoint.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an operator does at a Keycloak: accounts for patients of the demonstration, signing keys, realms. */
public final class KeycloakOperator {

    /** The operator's login in Keycloak's own realm. */
    public static final String LOGIN = "operator";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final String realm;
    private final String password;
    private final HttpClient http;

    /** @param issuer the realm's issuer, {@code <server>/realms/<realm>} */
    public KeycloakOperator(URI issuer, String password, HttpClient http) {
        String[] parts = issuer.toString().split("/realms/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(issuer + " is not a realm of a Keycloak");
        }
        this.server = URI.create(parts[0]);
        this.realm = parts[1];
        this.password = password;
        this.http = http;
    }

    /** Gives a patient of the demonstration an account with their own record; does nothing when they have one. */
    public void ensurePatient(DemoRealm.Person patient) {
        String users = "/admin/realms/" + realm + "/users";
        String byName = users + "?exact=true&username=" + URLEncoder.encode(patient.username(), StandardCharsets.UTF_8);
        if (!call("GET", byName, null).isEmpty()) {
            return;
        }
        call("POST", users, Map.of(
                "username", patient.username(),
                "enabled", true,
                "firstName", "Patient",
                "lastName", "Demonstration",
                "attributes", Map.of(
                        "clinic_id", List.of(patient.clinicId().toString()),
                        "patient_id", List.of(patient.patientId().orElseThrow().toString())),
                "credentials", List.of(Map.of("type", "password", "value", DemoRealm.PASSWORD, "temporary", false))));
        String id = call("GET", byName, null).path(0).path("id").asText();
        JsonNode role = call("GET", "/admin/realms/" + realm + "/roles/patient", null);
        call("POST", users + "/" + id + "/role-mappings/realm", List.of(role));
    }

    /** Signs with a new RSA key from now on; tokens of the older ones stay valid until they expire. */
    public void rotateKey(long priority) {
        call("POST", "/admin/realms/" + realm + "/components", Map.of(
                "name", "rsa-" + priority,
                "providerId", "rsa-generated",
                "providerType", "org.keycloak.keys.KeyProvider",
                "config", Map.of(
                        "priority", List.of(Long.toString(priority)),
                        "enabled", List.of("true"),
                        "active", List.of("true"),
                        "algorithm", List.of("RS256"),
                        "keySize", List.of("2048"))));
    }

    /** Changes settings of the realm, for example {@code accessTokenLifespan}. */
    public void change(Map<String, Object> settings) {
        call("PUT", "/admin/realms/" + realm, settings);
    }

    /** Makes another realm from a file's content; fails when Keycloak does not take it. */
    public void importRealm(String representation) {
        try {
            call("POST", "/admin/realms", JSON.readTree(representation));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private JsonNode call(String method, String path, Object body) {
        try {
            HttpRequest.BodyPublisher content = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(server + path))
                            .header("Authorization", "Bearer " + token())
                            .header("Content-Type", "application/json")
                            .timeout(PATIENCE)
                            .method(method, content)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? JSON.createArrayNode() : JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("Keycloak at " + server + " does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A new one for each call, as Keycloak's own tokens live for a minute. */
    private String token() {
        IssuerClient.Answer answer = new IssuerClient(URI.create(server + "/realms/master"), http).ask("token_endpoint", Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", LOGIN, "password", password));
        if (answer.accessToken().isEmpty()) {
            throw new IllegalStateException("Keycloak does not know the operator: " + answer.refusal());
        }
        return answer.accessToken();
    }
}
