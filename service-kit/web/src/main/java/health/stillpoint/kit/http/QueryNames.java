package health.stillpoint.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method takes, itself or in a bean of parameters. */
final class QueryNames {

    private QueryNames() {
    }

    static SortedSet<String> of(Method method) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter, parameter.getName(), parameter.getType());
        }
        return Collections.unmodifiableSortedSet(names);
    }

    private static void add(Set<String> names, AnnotatedElement element, String ownName, Class<?> type) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        RestQuery ours = element.getAnnotation(RestQuery.class);
        if (standard != null) {
            names.add(standard.value());
        } else if (ours != null) {
            names.add(ours.value().isEmpty() ? ownName : ours.value());
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(names, type);
        }
    }

    private static void addFields(Set<String> names, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(names, field, field.getName(), field.getType());
            }
        }
    }
}
