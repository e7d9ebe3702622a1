package health.stillpoint.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query parameters that a resource method takes, itself or in a bean of parameters.
 *
 * @param types by name; of a parameter that may be repeated, the type of one
 * @param repeatable names of those that may be repeated
 */
record QueryParameters(SortedMap<String, Class<?>> types, Set<String> repeatable) {

    static QueryParameters of(Method method) {
        QueryParameters found = new QueryParameters(new TreeMap<>(), new HashSet<>());
        for (Parameter parameter : method.getParameters()) {
            found.add(parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType());
        }
        return new QueryParameters(Collections.unmodifiableSortedMap(found.types), Set.copyOf(found.repeatable));
    }

    private void add(AnnotatedElement element, String ownName, Class<?> type, Type generic) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        RestQuery ours = element.getAnnotation(RestQuery.class);
        if (standard != null) {
            put(standard.value(), type, generic);
        } else if (ours != null) {
            put(ours.value().isEmpty() ? ownName : ours.value(), type, generic);
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(type);
        }
    }

    private void addFields(Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getName(), field.getType(), field.getGenericType());
            }
        }
    }

    private void put(String name, Class<?> type, Type generic) {
        types.put(name, generic instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> one ? one : type);
        if (Collection.class.isAssignableFrom(type)) {
            repeatable.add(name);
        }
    }
}
