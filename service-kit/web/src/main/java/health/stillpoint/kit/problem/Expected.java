package health.stillpoint.kit.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What may stand where something else was sent, in words for the caller; the value sent is never repeated. */
public final class Expected {

    private static final String SOMETHING_ELSE = "is not what is expected here";
    private static final int MOST_NAMES = 40;
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private Expected() {
    }

    /** What a value of this type looks like. */
    public static String of(Class<?> type) {
        if (type == null) {
            return SOMETHING_ELSE;
        } else if (type.isEnum()) {
            return hasNamesOfItsOwn(type) ? SOMETHING_ELSE : oneOf(names(type));
        } else if (WHOLE_NUMBERS.contains(type)) {
            return "must be a whole number";
        } else if (type == double.class || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        } else if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        } else if (type == UUID.class) {
            return "must be a UUID";
        } else if (type == LocalDate.class) {
            return "must be a date such as 2026-03-31";
        } else if (type == LocalTime.class) {
            return "must be a time of day such as 09:30";
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            return "must be a time with its zone such as 2026-03-31T09:30:00Z";
        }
        return type == String.class ? "must be a text" : SOMETHING_ELSE;
    }

    /** That one of these is wanted; so many that nobody would read them are not listed. */
    public static String oneOf(List<String> names) {
        return "must be one of " + (names.size() > MOST_NAMES
                ? "the " + names.size() + " names that the API's document lists" : String.join(", ", names));
    }

    /**
     * Whether a text of an address can be read as this type, as the operation itself will read it.
     *
     * @return true also for types this does not know, which the operation refuses itself
     */
    public static boolean isReadable(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).anyMatch(constant -> ((Enum<?>) constant).name().equals(text));
        } else if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false");
        } else if (type == int.class || type == Integer.class) {
            return reads(Integer::valueOf, text);
        } else if (type == UUID.class) {
            return reads(UUID::fromString, text);
        } else if (type == LocalDate.class) {
            return reads(LocalDate::parse, text);
        }
        return type != Instant.class || reads(Instant::parse, text);
    }

    private static boolean reads(Function<String, ?> reader, String text) {
        try {
            return reader.apply(text) != null;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(Field::isEnumConstant).map(Expected::name).toList();
    }

    private static String name(Field constant) {
        JsonProperty told = constant.getAnnotation(JsonProperty.class);
        return told == null || told.value().isEmpty() ? constant.getName() : told.value();
    }

    /** The type reads and writes its constants in a way of its own. */
    private static boolean hasNamesOfItsOwn(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class) || method.isAnnotationPresent(JsonValue.class));
    }
}
