package health.stillpoint.system.ship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.local.parts.DemoRealm;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm that Keycloak imports says the same as the issuer of the embedded stack. */
class RealmTest {

    private static final String PRODUCTION = "deploy/keycloak/stillpoint-realm.json";
    private static final String DEMO = "deploy/keycloak/demo/stillpoint-realm.json";

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEMO})
    void it_has_the_roles_of_the_backend(String file) {
        assertThat(values(realm(file).at("/roles/realm"), "name")).containsExactlyInAnyOrderElementsOf(DemoRealm.ROLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEMO})
    void an_access_token_carries_roles_clinic_and_audience(String file) {
        for (JsonNode client : realm(file).get("clients")) {
            Map<String, JsonNode> claims = new TreeMap<>();
            client.get("protocolMappers").forEach(mapper -> claims.put(mapper.get("name").asText(), mapper));
            assertThat(claims.keySet()).as(client.get("clientId").asText()).contains("audience", "roles", "clinic_id", "preferred_username");
            assertThat(claims.get("audience").at("/config/included.custom.audience").asText()).isEqualTo("stillpoint-api");
            assertThat(claims.get("roles").at("/config/claim.name").asText()).isEqualTo("roles");
            assertThat(claims.get("roles").at("/config/multivalued").asText()).isEqualTo("true");
            assertThat(claims.get("clinic_id").at("/config/claim.name").asText()).isEqualTo("clinic_id");
            claims.values().forEach(mapper -> assertThat(mapper.at("/config/access.token.claim").asText()).isEqualTo("true"));
            if (!client.get("serviceAccountsEnabled").asBoolean()) {
                assertThat(claims.get("patient_id").at("/config/claim.name").asText()).isEqualTo("patient_id");
            }
        }
    }

    /** Keycloak gives every account it makes roles of its own, such as offline_access; none of them is for the programs. */
    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEMO})
    void a_token_names_roles_of_the_backend_alone(String file) {
        JsonNode realm = realm(file);
        Map<String, List<String>> scopes = new TreeMap<>();
        realm.get("scopeMappings").forEach(scope -> scopes.put(scope.get("client").asText(),
                StreamSupport.stream(scope.get("roles").spliterator(), false).map(JsonNode::asText).toList()));
        for (JsonNode client : realm.get("clients")) {
            String name = client.get("clientId").asText();
            assertThat(client.get("fullScopeAllowed").asBoolean()).as(name).isFalse();
            assertThat(scopes.get(name)).as(name).containsExactlyInAnyOrderElementsOf(DemoRealm.ROLES.stream()
                    .filter(role -> role.equals("partner") == client.get("serviceAccountsEnabled").asBoolean()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEMO})
    void nobody_chooses_their_own_clinic_or_record(String file) throws IOException {
        JsonNode profile = new ObjectMapper().readTree(realm(file)
                .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0").asText());
        assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
        for (JsonNode attribute : profile.get("attributes")) {
            if (Set.of("clinic_id", "patient_id", "username").contains(attribute.get("name").asText())) {
                assertThat(attribute.at("/permissions/edit")).extracting(JsonNode::asText).containsExactly("admin");
            }
        }
        assertThat(values(profile.get("attributes"), "name")).contains("clinic_id", "patient_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEMO})
    void sign_in_is_guarded(String file) {
        JsonNode realm = realm(file);
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(900);
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
        assertThat(realm.get("sslRequired").asText()).isEqualTo("external");
        for (JsonNode client : realm.get("clients")) {
            assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
            if (client.get("publicClient").asBoolean()) {
                assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
            }
        }
    }

    @Test
    void production_has_no_users_no_secret_no_password_grant_and_no_open_redirect() {
        JsonNode realm = realm(PRODUCTION);
        assertThat(realm.has("users")).isFalse();
        assertThat(House.text(PRODUCTION)).doesNotContain("\"secret\"", "credentials", DemoRealm.PASSWORD, "localhost");
        assertThat(values(realm.get("clients"), "clientId")).containsExactlyInAnyOrder("stillpoint-web", "stillpoint-cli");
        for (JsonNode client : realm.get("clients")) {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.get("redirectUris")).isNotEmpty().allSatisfy(uri -> assertThat(uri.asText()).doesNotContain("*"));
        }
    }

    @Test
    void the_demo_differs_in_name_clients_and_users_only() {
        ObjectNode production = realm(PRODUCTION);
        ObjectNode demo = realm(DEMO);
        List<String> own = List.of("displayName", "clients", "scopeMappings", "users");
        assertThat(demo.remove(own)).isEqualTo(production.remove(own));
    }

    @Test
    void the_demo_has_the_clients_and_logins_of_the_embedded_issuer() {
        JsonNode realm = realm(DEMO);
        assertThat(values(realm.get("clients"), "clientId")).containsExactlyInAnyOrder("stillpoint-web", "stillpoint-cli", "partner-harbor");
        for (JsonNode user : realm.get("users")) {
            String username = user.get("username").asText();
            if (user.has("serviceAccountClientId")) {
                assertThat(user.at("/realmRoles/0").asText()).isEqualTo("partner");
                continue;
            }
            DemoRealm.Person person = DemoRealm.person(username).orElseThrow(() -> new AssertionError(username));
            assertThat(UUID.fromString(user.get("id").asText())).isEqualTo(person.subject());
            assertThat(user.at("/attributes/clinic_id/0").asText()).isEqualTo(person.clinicId().toString());
            assertThat(user.get("realmRoles")).extracting(JsonNode::asText).containsExactlyElementsOf(person.roles());
            assertThat(user.at("/credentials/0/value").asText()).isEqualTo(DemoRealm.PASSWORD);
        }
        assertThat(values(realm.get("users"), "username")).containsExactlyInAnyOrderElementsOf(DemoRealm.logins().entrySet().stream()
                .filter(logins -> !logins.getKey().equals("patient"))
                .flatMap(logins -> logins.getValue().stream())
                .map(login -> login.equals(DemoRealm.PARTNER_CLIENT) ? "service-account-" + login : login)
                .toList());
    }

    @Test
    void the_secret_of_the_demo_partner_comes_from_outside() {
        assertThat(realm(DEMO).get("clients").findValuesAsText("secret")).containsExactly("${STILLPOINT_PARTNER_HARBOR_SECRET}");
        assertThat(House.text("deploy/compose/start-keycloak.sh")).contains("STILLPOINT_PARTNER_HARBOR_SECRET=");
    }

    private static ObjectNode realm(String file) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(House.text(file));
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }

    private static Set<String> values(JsonNode array, String field) {
        Set<String> values = new TreeSet<>();
        StreamSupport.stream(array.spliterator(), false).forEach(element -> values.add(element.get(field).asText()));
        return values;
    }
}
