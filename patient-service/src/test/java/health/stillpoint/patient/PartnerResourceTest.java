package health.stillpoint.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Every operation of the API's document, tried by a partner and by another clinic. */
@ServiceTest
class PartnerResourceTest {

    /** All a partner may call; the clock of a sandbox clinic is told to every token of it and says nothing of anybody. */
    private static final Set<String> OPEN_TO_PARTNERS = Set.of("POST /api/v1/referrals", "GET /api/v1/referrals",
            "GET /api/v1/referrals/{id}", "POST /api/v1/referrals/{id}/cancel", "GET /api/v1/sandbox/clock");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URI document;

    private void forEachOperation(BiConsumer<String, String> operation) {
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get(document).then().statusCode(200).extract().path("paths");
        paths.forEach((path, methods) -> methods.keySet().stream().filter(METHODS::contains)
                .forEach(method -> operation.accept(method.toUpperCase(Locale.ROOT), path)));
    }

    private static RequestSpecification calling(String token) {
        return given().header("Authorization", "Bearer " + token).header("If-Match", "\"0\"").contentType("application/json");
    }

    private static int status(RequestSpecification call, String method, String path) {
        return (method.equals("GET") || method.equals("DELETE") ? call : call.body("{}")).request(method, path).statusCode();
    }

    @Test
    void refusesAPartnerEverythingButItsReferrals() {
        UUID patient = Api.aRegisteredPatient();
        Map<String, Integer> answered = new TreeMap<>();
        Set<String> tried = new TreeSet<>();

        forEachOperation((method, path) -> {
            String operation = method + " " + path;
            tried.add(operation);
            int status = status(calling(Tokens.of("partner", "harbor")), method, path.replaceAll("\\{[^}]*}", patient.toString()));
            if (!OPEN_TO_PARTNERS.contains(operation) && status != 403) {
                answered.put(operation, status);
            }
        });

        assertThat(answered).as("answered otherwise than 403").isEmpty();
        assertThat(tried).containsAll(OPEN_TO_PARTNERS).hasSizeGreaterThan(40);
    }

    @Test
    void hasNothingToReadForAnotherClinic() {
        UUID patient = Api.aRegisteredPatient();
        UUID practitioner = Staff.added("MONITOR");
        Map<String, Integer> answered = new TreeMap<>();
        Set<String> tried = new TreeSet<>();

        forEachOperation((method, path) -> {
            if (method.equals("GET") && path.contains("{id}")) {
                tried.add(path);
                UUID own = path.contains("/practitioners/") ? practitioner : patient;
                for (String role : Set.of("clinic-admin", "prescriber", "therapist", "monitor")) {
                    int status = status(calling(Tokens.of(role, "meadow")), method, path.replaceAll("\\{[^}]*}", own.toString()));
                    if (status != 404 && status != 403) {
                        answered.put(role + " " + path, status);
                    }
                }
            }
        });

        assertThat(answered).as("answered otherwise than 404, or 403 to a role that may not ask at all").isEmpty();
        assertThat(tried).contains("/api/v1/patients/{id}/care-team", "/api/v1/practitioners/{id}", "/api/v1/referrals/{id}")
                .hasSizeGreaterThan(12);
    }
}
