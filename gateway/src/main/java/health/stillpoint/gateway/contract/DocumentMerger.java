package health.stillpoint.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Makes one OpenAPI document of several.
 *
 * <p>Components that several documents define alike stay one. Those that share a name and differ get their document's
 * prefix, all of them, so that a name means the same whichever document came first; whatever refers to such a component
 * differs too, and is treated alike.
 */
final class DocumentMerger {

    static final String SECURITY_SCHEME = "oidc";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /**
     * A document to merge.
     *
     * @param name for operations that share an id, such as {@code patient}
     * @param prefix for components that share a name, such as {@code Patient}
     * @param document OpenAPI 3.1
     * @param paths the path outside for one inside, nothing when it is not reachable from outside
     */
    record Source(String name, String prefix, ObjectNode document, Paths paths) {
    }

    /** Leads a path of one document to the merged one. */
    interface Paths {
        Optional<String> outside(String inside);
    }

    private final List<Source> sources;
    private final Set<String> differing;

    private DocumentMerger(List<Source> sources) {
        this.sources = sources;
        this.differing = differing(sources);
    }

    /** Paths, components and tags of all sources; the caller adds what is true of the whole. */
    static ObjectNode merge(List<Source> sources) {
        return new DocumentMerger(sources).merged();
    }

    private ObjectNode merged() {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        Map<String, ObjectNode> paths = new TreeMap<>();
        Map<String, Map<String, JsonNode>> components = new TreeMap<>();
        Map<String, JsonNode> tags = new TreeMap<>();
        Set<String> operationIds = new HashSet<>();
        for (Source source : sources) {
            ObjectNode document = source.document().deepCopy();
            rewriteReferences(document, reference -> renamed(source, reference));
            addPaths(source, document, paths, tags, operationIds);
            addComponents(source, document, components);
            document.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
        }
        ArrayNode tagList = merged.putArray("tags");
        tags.values().forEach(tagList::add);
        merged.putObject("paths").setAll(paths);
        ObjectNode all = merged.putObject("components");
        components.forEach((section, entries) -> all.putObject(section).setAll(entries));
        return merged;
    }

    private static void addPaths(Source source, ObjectNode document, Map<String, ObjectNode> paths,
            Map<String, JsonNode> tags, Set<String> operationIds) {
        document.path("paths").properties().forEach(path -> source.paths().outside(path.getKey()).ifPresent(outside -> {
            ObjectNode item = (ObjectNode) path.getValue();
            item.properties().stream().filter(it -> METHODS.contains(it.getKey())).map(Map.Entry::getValue)
                    .forEach(operation -> settle(source, (ObjectNode) operation, tags, operationIds));
            paths.computeIfAbsent(outside, _ -> JsonNodeFactory.instance.objectNode()).setAll(item);
        }));
    }

    /** Gives an operation an id of its own, a tag, and the one security scheme. */
    private static void settle(Source source, ObjectNode operation, Map<String, JsonNode> tags, Set<String> operationIds) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            String own = source.name() + Character.toUpperCase(id.charAt(0)) + id.substring(1);
            operation.put("operationId", own);
            operationIds.add(own);
        }
        if (operation.path("tags").isEmpty()) {
            operation.putArray("tags").add(source.prefix());
        }
        operation.path("tags").forEach(tag -> tags.computeIfAbsent(tag.asText(),
                name -> JsonNodeFactory.instance.objectNode().put("name", name)));
        JsonNode security = operation.get("security");
        boolean openToAll = security != null && security.isArray() && security.isEmpty();
        if (!openToAll) {
            operation.remove("security");
            tellRoles(operation, security);
        }
    }

    /** The one scheme has scopes where a service lists roles, so these are told in words. */
    private static void tellRoles(ObjectNode operation, JsonNode security) {
        Set<String> roles = new TreeSet<>();
        if (security != null) {
            security.forEach(scheme -> scheme.forEach(names -> names.forEach(name -> roles.add(name.asText()))));
        }
        if (!roles.isEmpty()) {
            String told = operation.path("description").asText("");
            operation.put("description", told + (told.isEmpty() ? "" : "\n\n") + "Roles: " + String.join(", ", roles) + ".");
        }
    }

    private void addComponents(Source source, ObjectNode document, Map<String, Map<String, JsonNode>> components) {
        document.path("components").properties().forEach(section -> {
            if (!section.getKey().equals("securitySchemes")) {
                Map<String, JsonNode> entries = components.computeIfAbsent(section.getKey(), _ -> new TreeMap<>());
                section.getValue().properties().forEach(entry ->
                        entries.put(name(source, section.getKey(), entry.getKey()), entry.getValue()));
            }
        });
    }

    private String name(Source source, String section, String name) {
        return differing.contains(section + "/" + name) ? source.prefix() + name : name;
    }

    private String renamed(Source source, String reference) {
        if (!reference.startsWith(COMPONENTS)) {
            return reference;
        }
        String[] parts = reference.substring(COMPONENTS.length()).split("/", 3);
        String rest = parts.length > 2 ? "/" + parts[2] : "";
        return COMPONENTS + parts[0] + "/" + name(source, parts[0], parts[1]) + rest;
    }

    /** {@code section/name} of every component that does not mean the same in all documents that define it. */
    private static Set<String> differing(List<Source> sources) {
        Map<String, List<JsonNode>> definitions = new LinkedHashMap<>();
        for (Source source : sources) {
            source.document().path("components").properties().forEach(section ->
                    section.getValue().properties().forEach(entry -> definitions
                            .computeIfAbsent(section.getKey() + "/" + entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue())));
        }
        Set<String> differing = new TreeSet<>();
        definitions.forEach((name, found) -> {
            if (found.stream().distinct().count() > 1) {
                differing.add(name);
            }
        });
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, List<JsonNode>> it : definitions.entrySet()) {
                if (it.getValue().size() > 1 && !differing.contains(it.getKey())
                        && refersToAny(it.getValue().getFirst(), differing)) {
                    grew |= differing.add(it.getKey());
                }
            }
        }
        return differing;
    }

    private static boolean refersToAny(JsonNode node, Set<String> components) {
        boolean[] found = {false};
        rewriteReferences(node.deepCopy(), reference -> {
            found[0] |= reference.startsWith(COMPONENTS) && components.contains(reference.substring(COMPONENTS.length()));
            return reference;
        });
        return found[0];
    }

    /** Rewrites every {@code $ref} and every mapping of a discriminator. */
    private static void rewriteReferences(JsonNode node, UnaryOperator<String> rewrite) {
        if (node instanceof ObjectNode object) {
            if (object.path("$ref").isTextual()) {
                object.put("$ref", rewrite.apply(object.get("$ref").asText()));
            }
            if (object.path("mapping").isObject() && object.has("propertyName")) {
                ObjectNode mapping = (ObjectNode) object.get("mapping");
                List.copyOf(mapping.properties()).forEach(it ->
                        mapping.put(it.getKey(), rewrite.apply(it.getValue().asText())));
            }
        }
        node.forEach(child -> rewriteReferences(child, rewrite));
    }
}
