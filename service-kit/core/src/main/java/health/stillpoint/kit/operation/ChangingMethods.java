package health.stillpoint.kit.operation;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The operations of the API's document that change something, with the methods behind them. */
final class ChangingMethods {

    private static final Map<Class<? extends Annotation>, PathItem.HttpMethod> CHANGES = Map.of(
            POST.class, PathItem.HttpMethod.POST, PUT.class, PathItem.HttpMethod.PUT,
            PATCH.class, PathItem.HttpMethod.PATCH, DELETE.class, PathItem.HttpMethod.DELETE);

    private ChangingMethods() {
    }

    static void forEach(OpenAPI document, IndexView index,
            BiConsumer<org.eclipse.microprofile.openapi.models.Operation, MethodInfo> work) {
        for (AnnotationInstance path : index.getAnnotations(Path.class)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                path.target().asClass().methods().forEach(method -> find(document, method, work));
            }
        }
    }

    private static void find(OpenAPI document, MethodInfo method,
            BiConsumer<org.eclipse.microprofile.openapi.models.Operation, MethodInfo> work) {
        CHANGES.forEach((annotation, httpMethod) -> {
            if (method.hasAnnotation(annotation)) {
                PathItem item = document.getPaths().getPathItem(address(method.declaringClass(), method));
                if (item != null && item.getOperations().containsKey(httpMethod)) {
                    work.accept(item.getOperations().get(httpMethod), method);
                }
            }
        });
    }

    /** The address as the document writes it: template parameters without their patterns. */
    private static String address(ClassInfo resource, MethodInfo method) {
        AnnotationInstance below = method.annotation(Path.class);
        String whole = resource.declaredAnnotation(Path.class).value().asString()
                + (below == null ? "" : "/" + below.value().asString());
        return ("/" + whole).replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
