package health.stillpoint.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The answers that any call can get because it comes through the gateway; described once, referred to everywhere. */
final class CommonAnswers {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String PROBLEM = "Problem";

    private record Common(String name, String description) {
    }

    private static final Map<String, Common> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("401", new Common("Unauthenticated", "No valid access token (unauthenticated)"));
        ANSWERS.put("429", new Common("TooManyRequests", "Over a limit; Retry-After says how long to wait (too-many-requests)"));
        ANSWERS.put("502", new Common("UpstreamBroken", "A service broke off its answer (upstream-broken)"));
        ANSWERS.put("503", new Common("Unavailable", "A service cannot be reached now; Retry-After says when to try again"));
        ANSWERS.put("504", new Common("UpstreamTimeout", "A service did not answer in time (upstream-timeout)"));
    }

    private CommonAnswers() {
    }

    static void addTo(ObjectNode document) {
        ObjectNode components = (ObjectNode) document.get("components");
        ObjectNode schemas = components.withObjectProperty("schemas");
        if (!schemas.has(PROBLEM)) {
            problem(schemas.putObject(PROBLEM));
        }
        ObjectNode responses = components.withObjectProperty("responses");
        ANSWERS.values().forEach(answer -> responses.putObject(answer.name())
                .put("description", answer.description())
                .putObject("content").putObject("application/problem+json").putObject("schema")
                .put("$ref", "#/components/schemas/" + PROBLEM));
        document.path("paths").forEach(path -> path.properties().stream()
                .filter(it -> METHODS.contains(it.getKey()))
                .forEach(it -> addTo(it.getValue())));
    }

    private static void addTo(JsonNode operation) {
        ObjectNode responses = ((ObjectNode) operation).withObjectProperty("responses");
        boolean open = operation.path("security").isArray() && operation.path("security").isEmpty();
        ANSWERS.forEach((status, answer) -> {
            if (!open && bare(responses.path(status))) {
                responses.putObject(status).put("$ref", "#/components/responses/" + answer.name());
            }
        });
    }

    /** True for an answer that its service does not describe itself. */
    private static boolean bare(JsonNode response) {
        return response.isMissingNode()
                || !response.has("$ref") && response.path("description").asText().length() < 20;
    }

    private static void problem(ObjectNode schema) {
        schema.put("type", "object").put("description", "A refusal (RFC 9457)");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer").put("format", "int32");
        properties.putObject("detail").put("type", "string");
        properties.putObject("code").put("type", "string").put("description", "Stable name of the problem");
        properties.putObject("requestId").put("type", "string").put("description", "For questions about this call");
        schema.putArray("required").add("type").add("title").add("status").add("code").add("requestId");
        schema.putArray("examples").addObject()
                .put("type", "https://stillpoint.health/problems/too-many-requests")
                .put("title", "Too many requests").put("status", 429).put("code", "too-many-requests")
                .put("requestId", "0197a000-0000-7000-8000-000000000001");
    }
}
