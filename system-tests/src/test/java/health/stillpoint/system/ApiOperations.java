package health.stillpoint.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every operation of the merged OpenAPI document, as a stranger's client would read it. */
final class ApiOperations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");

    private final JsonNode document;

    ApiOperations(JsonNode document) {
        this.document = document;
    }

    List<Operation> all() {
        List<Operation> found = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            if (METHODS.contains(method.getKey())) {
                found.add(new Operation(method.getKey().toUpperCase(), path.getKey(), example(method.getValue())));
            }
        }));
        return found;
    }

    private JsonNode example(JsonNode operation) {
        JsonNode content = resolve(operation.path("requestBody")).path("content").path("application/json");
        if (content.isMissingNode()) {
            return null;
        }
        if (content.has("example")) {
            return parsed(content.get("example"));
        }
        Iterator<JsonNode> named = content.path("examples").elements();
        if (named.hasNext()) {
            return parsed(resolve(named.next()).path("value"));
        }
        return ofSchema(resolve(content.path("schema")));
    }

    private JsonNode ofSchema(JsonNode schema) {
        JsonNode own = schema.has("example") ? schema.get("example") : schema.path("examples").path(0);
        if (!own.isMissingNode()) {
            return schema.path("properties").isMissingNode() ? own : parsed(own);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (!schema.has("properties")) {
            return null;
        }
        ObjectNode fields = Http.JSON.createObjectNode();
        schema.get("properties").fields().forEachRemaining(property -> {
            JsonNode value = ofSchema(resolve(property.getValue()));
            if (value != null) {
                fields.set(property.getKey(), value);
            }
        });
        return fields;
    }

    /** Examples written as text in an annotation are served as text: read them as what they say. */
    private static JsonNode parsed(JsonNode example) {
        return example.isTextual() ? new Http.Answer(0, example.asText(), Map.of()).json() : example;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** One operation. {@code example} is null when it takes no body or documents no example. */
    record Operation(String method, String path, JsonNode example) {

        /** The collections whose members the path names, in order: {@code patients}, {@code intakes}. */
        List<String> collections() {
            List<String> names = new ArrayList<>();
            Matcher matcher = PARAMETER.matcher(path);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
            return names;
        }

        /** The path with the ids given for its collections. */
        String with(Map<String, String> ids) {
            Matcher matcher = PARAMETER.matcher(path);
            return matcher.replaceAll(match -> match.group(1) + "/" + ids.getOrDefault(match.group(1), "missing"));
        }

        boolean changes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
