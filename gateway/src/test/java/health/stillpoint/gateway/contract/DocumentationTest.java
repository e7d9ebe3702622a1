package health.stillpoint.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import health.stillpoint.gateway.FakeService;
import health.stillpoint.gateway.GatewayTest;
import health.stillpoint.gateway.World;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
@TestProfile(DocumentationTest.AlwaysAsks.class)
class DocumentationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks the services whenever the document is read. */
    public static class AlwaysAsks implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stillpoint.gateway.documentation.max-age", "0s");
        }
    }

    @BeforeEach
    void threeServicesWithDocuments() {
        World.services().forEach(FakeService::reset);
        World.patient().answers("/q/openapi", 200, document("/api/v1/patients/{id}", "PatientView", "string"));
        World.session().answers("/q/openapi", 200, document("/api/v1/sessions/{id}", "SessionView", "integer"));
        World.outcome().answers("/q/openapi", 200, document("/api/v1/responses/{id}", "ResponseView", "string"));
    }

    /** A service's document: one operation, the common audit trail, a shared and a clashing schema, and a referrer. */
    private static JsonObject document(String path, String view, String clashingType) {
        return new JsonObject("""
                {"openapi": "3.1.0", "info": {"title": "x", "version": "1"},
                 "paths": {
                  "%s": {"get": {"operationId": "read", "security": [{"SecurityScheme": ["therapist", "monitor"]}],
                    "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                      {"$ref": "#/components/parameters/IfMatch"}],
                    "responses": {"200": {"description": "it", "content": {"application/json": {"schema":
                      {"$ref": "#/components/schemas/%s"}}}}}}},
                  "/api/v1/audit-events": {"get": {"operationId": "auditEvents",
                    "responses": {"200": {"description": "the trail"}}}},
                  "/api/v1/sandbox/clock": {"get": {"operationId": "clock",
                    "responses": {"200": {"description": "own"}}}}},
                 "components": {
                  "securitySchemes": {"SecurityScheme": {"type": "http", "scheme": "bearer"}},
                  "parameters": {"IfMatch": {"name": "If-Match", "in": "header", "schema": {"type": "string"}}},
                  "schemas": {
                   "%s": {"type": "object", "properties": {
                     "shared": {"$ref": "#/components/schemas/Shared"}, "row": {"$ref": "#/components/schemas/Row"}}},
                   "Shared": {"type": "object", "properties": {"a": {"type": "string"}}},
                   "Clash": {"type": "%s"},
                   "Row": {"type": "object", "properties": {"clash": {"$ref": "#/components/schemas/Clash"}}}}}}
                """.formatted(path, view, view, clashingType));
    }

    private static JsonNode merged() throws Exception {
        Response answer = given().get("/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.asByteArray());
    }

    @Test
    void tellsTheRolesOfAnOperationInWords() throws Exception {
        JsonNode operation = JSON.readTree(given().get("/openapi.json").asString()).at("/paths/~1api~1v1~1patients~1{id}/get");

        assertThat(operation.path("description").asText()).endsWith("Roles: monitor, therapist.");
        assertThat(operation.has("security")).isFalse();
    }

    @Test
    void isOneDocumentOfAllServicesAndTheGateway() throws Exception {
        JsonNode document = merged();

        assertThat(names(document.get("paths"))).contains("/api/v1/patients/{id}", "/api/v1/sessions/{id}",
                "/api/v1/responses/{id}", "/api/v1/patients/{id}/journey", "/api/v1/sandbox/clock",
                "/api/v1/patient-service/audit-events", "/api/v1/outcome-service/audit-events")
                .doesNotContain("/api/v1/audit-events");
        assertThat(document.at("/paths/~1api~1v1~1sandbox~1clock/get/operationId").asText())
                .isEqualTo("readSandboxClock");
        assertThat(document.get("servers")).hasSize(1);
        assertThat(names(document.at("/components/securitySchemes"))).containsExactly("oidc");
        assertThat(document.at("/info/x-services/patient-service/document").asText()).isEqualTo("current");
        assertThat(document.get("tags")).isNotEmpty();
    }

    @Test
    void keepsSharedSchemasAndPrefixesThoseThatDiffer() throws Exception {
        JsonNode schemas = merged().at("/components/schemas");

        assertThat(names(schemas)).contains("Shared", "PatientClash", "SessionClash", "OutcomeClash", "PatientRow",
                "SessionRow").doesNotContain("Clash", "Row", "PatientShared");
        assertThat(schemas.at("/SessionRow/properties/clash/$ref").asText())
                .isEqualTo("#/components/schemas/SessionClash");
        assertThat(schemas.at("/SessionView/properties/row/$ref").asText()).isEqualTo("#/components/schemas/SessionRow");
        assertThat(schemas.at("/SessionView/properties/shared/$ref").asText()).isEqualTo("#/components/schemas/Shared");
    }

    @Test
    void keepsTheHeadersThatAllServicesDescribeAlike() throws Exception {
        JsonNode document = merged();

        assertThat(names(document.at("/components/parameters"))).containsExactly("IfMatch");
        assertThat(document.at("/paths/~1api~1v1~1sessions~1{id}/get/parameters/1/$ref").asText())
                .isEqualTo("#/components/parameters/IfMatch");
    }

    @Test
    void isValidOpenApi() throws Exception {
        JsonNode document = merged();
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document.toString(), null, options);

        assertThat(document.get("openapi").asText()).startsWith("3.1");
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
        assertThat(unresolved(document)).isEmpty();
        assertThat(operationIds(document)).doesNotHaveDuplicates();
        document.get("paths").properties().forEach(path -> path.getValue().forEach(operation ->
                assertThat(names(operation.get("responses"))).as(path.getKey()).contains("401", "429", "503")));
    }

    @Test
    void saysThatAServiceIsDownAndKeepsWhatItSaid() throws Exception {
        merged();
        World.session().stop();

        JsonNode document = merged();

        assertThat(document.at("/info/x-services/session-service/document").asText()).isEqualTo("last-known");
        assertThat(document.at("/info/description").asText()).contains("session-service (last-known)");
        assertThat(names(document.get("paths"))).contains("/api/v1/sessions/{id}");
    }

    @Test
    void isNotSentTwiceToWhoHasIt() {
        String etag = given().get("/openapi.json").then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", etag).get("/openapi.json").then().statusCode(304);
        World.patient().answers("/q/openapi", 200, document("/api/v1/patients/{other}", "PatientView", "string"));
        given().header("If-None-Match", etag).get("/openapi.json").then().statusCode(200);
    }

    @Test
    void isTheSameAsYaml() throws Exception {
        JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(given().get("/openapi.yaml").asByteArray());

        assertThat(yaml).isEqualTo(merged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/", "/docs/page.js", "/docs/page.css", "/docs/swagger-ui.css",
        "/docs/swagger-ui-bundle.js", "/docs/favicon.ico"})
    void isShownByAPageThatNeedsNoOtherHost(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "connect-src 'self'");
        if (path.startsWith("/docs/page") || path.equals("/docs")) {
            assertThat(answer.asString()).doesNotContain("http://", "https://");
        }
        given().get("/docs").then().body(containsString("/docs/page.js"));
    }

    @Test
    void isWhereTheRootLeads() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", "/docs");
        given().get("/").then().statusCode(200).body(containsString("/docs/page.js"));
    }

    @Test
    void hasNoOtherFilesBesideThePage() {
        for (String path : List.of("/docs/page.java", "/docs/../application.properties", "/docs/x")) {
            assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> operationIds(JsonNode document) {
        return new ArrayList<>(document.get("paths").findValuesAsText("operationId"));
    }

    private static List<String> unresolved(JsonNode document) {
        return document.findValuesAsText("$ref").stream().distinct()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode()).toList();
    }
}
