package health.stillpoint.system.ship;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** YAML documents as maps and lists, with a short way to a nested value. */
final class Tree {

    private Tree() {}

    /** Every document of the text; a key that stands twice is refused. */
    static List<Map<String, Object>> documents(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : new Yaml(options).loadAll(yaml)) {
            if (document != null) {
                documents.add(map(document));
            }
        }
        return documents;
    }

    static Map<String, Object> document(String yaml) {
        List<Map<String, Object>> documents = documents(yaml);
        if (documents.size() != 1) {
            throw new IllegalArgumentException("one document expected, found " + documents.size());
        }
        return documents.getFirst();
    }

    static String yaml(Map<String, Object> document) {
        return new Yaml().dump(document);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    static List<Map<String, Object>> maps(Object value) {
        return list(value).stream().map(Tree::map).toList();
    }

    /** The value at the end of the keys, or null where the way ends before. */
    static Object at(Object tree, String... keys) {
        Object here = tree;
        for (String key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** A copy that may be changed without the original noticing. */
    static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, element) -> copy.put(key, copy(element)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(element -> copy.add(copy(element)));
                yield copy;
            }
            case null -> null;
            default -> value;
        };
    }
}
