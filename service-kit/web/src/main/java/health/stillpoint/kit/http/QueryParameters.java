package health.stillpoint.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method takes, itself or in a bean of parameters, and what each value is. */
final class QueryParameters {

    private QueryParameters() {
    }

    /** Types by name; of a parameter that may be repeated, the type of one. */
    static SortedMap<String, Class<?>> of(Method method) {
        SortedMap<String, Class<?>> types = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(types, parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType());
        }
        return Collections.unmodifiableSortedMap(types);
    }

    private static void add(Map<String, Class<?>> types, AnnotatedElement element, String ownName, Class<?> type, Type generic) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        RestQuery ours = element.getAnnotation(RestQuery.class);
        if (standard != null) {
            types.put(standard.value(), single(type, generic));
        } else if (ours != null) {
            types.put(ours.value().isEmpty() ? ownName : ours.value(), single(type, generic));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(types, type);
        }
    }

    private static void addFields(Map<String, Class<?>> types, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(types, field, field.getName(), field.getType(), field.getGenericType());
            }
        }
    }

    private static Class<?> single(Class<?> type, Type generic) {
        return generic instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> one ? one : type;
    }
}
