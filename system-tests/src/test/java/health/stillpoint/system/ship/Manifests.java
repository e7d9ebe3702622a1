package health.stillpoint.system.ship;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The manifests of one overlay as typed objects, and what in them Kubernetes would not understand. */
record Manifests(List<HasMetadata> resources, List<String> faults) {

    static Manifests of(List<Map<String, Object>> documents) {
        List<HasMetadata> resources = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Map<String, Object> document : documents) {
            String name = document.get("kind") + "/" + Tree.at(document, "metadata", "name");
            try {
                HasMetadata resource = Serialization.unmarshal(Tree.yaml(document));
                if (resource instanceof GenericKubernetesResource) {
                    faults.add(name + ": unknown kind " + document.get("apiVersion") + " " + document.get("kind"));
                }
                findUnknown(name, resource, faults);
                resources.add(resource);
            } catch (RuntimeException wrongType) {
                faults.add(name + ": " + wrongType.getMessage());
            }
        }
        return new Manifests(List.copyOf(resources), List.copyOf(faults));
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        return all(kind).stream().filter(resource -> resource.getMetadata().getName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    /** The model keeps what it does not know in additionalProperties; none may be anywhere. */
    private static void findUnknown(String path, Object value, List<String> faults) {
        switch (value) {
            case null -> { }
            case Collection<?> elements -> {
                int index = 0;
                for (Object element : elements) {
                    findUnknown(path + "[" + index++ + "]", element, faults);
                }
            }
            case Map<?, ?> map -> map.forEach((key, element) -> findUnknown(path + "." + key, element, faults));
            case Object bean when bean.getClass().getName().startsWith("io.fabric8.kubernetes.api.model") -> {
                for (Method getter : bean.getClass().getMethods()) {
                    if (isGetter(getter)) {
                        Object nested = call(getter, bean);
                        if (!getter.getName().equals("getAdditionalProperties")) {
                            findUnknown(path + "." + getter.getName().substring(3), nested, faults);
                        } else if (nested instanceof Map<?, ?> unknown) {
                            unknown.keySet().forEach(key -> faults.add(path + ": unknown key " + key));
                        }
                    }
                }
            }
            default -> { }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0 && method.getName().startsWith("get") && !method.getName().equals("getClass")
                && !Modifier.isStatic(method.getModifiers());
    }

    private static Object call(Method getter, Object bean) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(getter + " cannot be read", failed);
        }
    }
}
