package health.stillpoint.system.ship;

import static health.stillpoint.system.ship.Tree.at;
import static health.stillpoint.system.ship.Tree.list;
import static health.stillpoint.system.ship.Tree.map;
import static health.stillpoint.system.ship.Tree.maps;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renders the part of Kustomize that our manifests use, so that they can be checked on a machine that has a JDK and
 * nothing else. Whatever it does not know it refuses; where kubectl is installed a test holds the two answers together.
 */
final class Kustomization {

    private static final Set<String> KNOWN = Set.of("apiVersion", "kind", "resources", "components", "namespace",
            "labels", "images", "replicas", "configMapGenerator", "patches");
    private static final Map<String, String> MERGE_KEYS = Map.of("containers", "name", "initContainers", "name",
            "volumes", "name", "env", "name", "volumeMounts", "mountPath", "ports", "containerPort");

    private final List<Map<String, Object>> resources = new ArrayList<>();
    private final Set<Map<String, Object>> generated = Collections.newSetFromMap(new IdentityHashMap<>());

    private Kustomization() {}

    /** The manifests of a folder with a kustomization.yaml. */
    static List<Map<String, Object>> render(Path folder) {
        Kustomization rendering = new Kustomization();
        rendering.add(folder);
        rendering.nameByContent();
        return rendering.resources;
    }

    private void add(Path folder) {
        Map<String, Object> own = Tree.document(House.text(folder.resolve("kustomization.yaml")));
        Set<String> unknown = new HashSet<>(own.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(folder + ": " + unknown + " is not understood here");
        }
        int before = "Component".equals(own.get("kind")) ? 0 : resources.size();
        for (Object resource : list(own.get("resources"))) {
            Path path = folder.resolve((String) resource).normalize();
            if (Files.isDirectory(path)) {
                add(path);
            } else {
                resources.addAll(Tree.documents(House.text(path)));
            }
        }
        for (Object component : list(own.get("components"))) {
            add(folder.resolve((String) component).normalize());
        }
        maps(own.get("configMapGenerator")).forEach(this::generate);
        List<Map<String, Object>> mine = resources.subList(before, resources.size());
        maps(own.get("patches")).forEach(patch -> patch(Tree.document((String) patch.get("patch"))));
        maps(own.get("labels")).forEach(labels -> mine.forEach(resource -> label(resource, map(labels.get("pairs")))));
        maps(own.get("replicas")).forEach(replicas -> map(find("Deployment", (String) replicas.get("name")).get("spec"))
                .put("replicas", replicas.get("count")));
        maps(own.get("images")).forEach(image -> mine.forEach(resource -> rename(resource, image)));
        if (own.get("namespace") instanceof String namespace) {
            mine.forEach(resource -> place(resource, namespace));
        }
    }

    private void generate(Map<String, Object> generator) {
        String name = (String) generator.get("name");
        boolean merge = "merge".equals(generator.get("behavior"));
        Map<String, Object> configMap = merge ? find("ConfigMap", name) : newConfigMap(name);
        for (Object literal : list(generator.get("literals"))) {
            String[] pair = ((String) literal).split("=", 2);
            map(configMap.get("data")).put(pair[0], pair[1]);
        }
    }

    private Map<String, Object> newConfigMap(String name) {
        Map<String, Object> configMap = new LinkedHashMap<>();
        configMap.put("apiVersion", "v1");
        configMap.put("kind", "ConfigMap");
        configMap.put("metadata", new LinkedHashMap<>(Map.of("name", name)));
        configMap.put("data", new TreeMap<String, Object>());
        resources.add(configMap);
        generated.add(configMap);
        return configMap;
    }

    private void patch(Map<String, Object> patch) {
        merge(find((String) patch.get("kind"), (String) at(patch, "metadata", "name")), patch);
    }

    /** A strategic merge: maps join, the named lists of a pod join by their key, any other value is replaced. */
    private static void merge(Map<String, Object> target, Map<String, Object> patch) {
        patch.forEach((key, value) -> {
            Object present = target.get(key);
            if (value instanceof Map<?, ?> && present instanceof Map<?, ?>) {
                merge(map(present), map(value));
            } else if (value instanceof List<?> && present instanceof List<?> && MERGE_KEYS.containsKey(key)) {
                target.put(key, mergeByKey(maps(present), maps(value), MERGE_KEYS.get(key)));
            } else {
                target.put(key, Tree.copy(value));
            }
        });
    }

    private static List<Object> mergeByKey(List<Map<String, Object>> present, List<Map<String, Object>> patch, String key) {
        List<Object> merged = new ArrayList<>();
        for (Map<String, Object> added : patch) {
            present.stream().filter(element -> element.get(key).equals(added.get(key))).findFirst()
                    .ifPresentOrElse(element -> merge(element, added), () -> merged.add(Tree.copy(added)));
        }
        merged.addAll(present);
        return merged;
    }

    private static void label(Map<String, Object> resource, Map<String, Object> pairs) {
        metadataMap(resource, "labels").putAll(pairs);
    }

    private static Map<String, Object> metadataMap(Map<String, Object> resource, String name) {
        Map<String, Object> metadata = map(resource.get("metadata"));
        metadata.putIfAbsent(name, new LinkedHashMap<String, Object>());
        return map(metadata.get(name));
    }

    private static void rename(Map<String, Object> resource, Map<String, Object> image) {
        for (Map<String, Object> container : maps(at(resource, "spec", "template", "spec", "containers"))) {
            if (container.get("image").equals(image.get("name"))) {
                container.put("image", image.getOrDefault("newName", image.get("name")) + ":" + image.get("newTag"));
            }
        }
    }

    private static void place(Map<String, Object> resource, String namespace) {
        if (!"Namespace".equals(resource.get("kind"))) {
            map(resource.get("metadata")).put("namespace", namespace);
        }
    }

    private Map<String, Object> find(String kind, String name) {
        return resources.stream()
                .filter(resource -> kind.equals(resource.get("kind")) && name.equals(at(resource, "metadata", "name")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name + " to change"));
    }

    /** A generated ConfigMap carries a hash of its content in its name, and so does every reference to it. */
    private void nameByContent() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map<String, Object> configMap : generated) {
            String name = (String) at(configMap, "metadata", "name");
            names.put(name, name + "-" + hash(map(configMap.get("data"))));
            map(configMap.get("metadata")).put("name", names.get(name));
        }
        for (Map<String, Object> resource : resources) {
            Object pod = at(resource, "spec", "template", "spec");
            for (Map<String, Object> container : maps(at(pod, "containers"))) {
                for (Map<String, Object> source : maps(container.get("envFrom"))) {
                    map(source.get("configMapRef")).computeIfPresent("name", (_, name) -> names.getOrDefault(name, (String) name));
                }
            }
            for (Map<String, Object> volume : maps(at(pod, "volumes"))) {
                if (volume.get("configMap") != null) {
                    map(volume.get("configMap")).computeIfPresent("name", (_, name) -> names.getOrDefault(name, (String) name));
                }
            }
        }
    }

    /** Kustomize's own: SHA-256 of the canonical JSON, its first ten hex digits without vowels and look-alikes. */
    private static String hash(Map<String, Object> data) {
        String json = new TreeMap<>(data).entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + quote((String) entry.getValue()))
                .collect(Collectors.joining(",", "{\"data\":{", "},\"kind\":\"ConfigMap\",\"name\":\"\"}"));
        return HexFormat.of().formatHex(sha256(json)).substring(0, 10)
                .replace('0', 'g').replace('1', 'h').replace('3', 'k').replace('a', 'm').replace('e', 't');
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "\\u0026")
                .replace("<", "\\u003c").replace(">", "\\u003e") + '"';
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
