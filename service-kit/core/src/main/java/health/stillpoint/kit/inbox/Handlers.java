package health.stillpoint.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.stillpoint.kit.outbox.EventJson;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The handlers of this service, by the type they handle. */
@ApplicationScoped
class Handlers {

    private final Map<String, List<EventHandler<?>>> byType;
    private final Set<String> knownFacts;
    private final Validator validator;

    Handlers(@All List<EventHandler<?>> all, Validator validator) {
        this.byType = all.stream().collect(Collectors.groupingBy(EventHandler::type));
        this.knownFacts = byType.keySet().stream().map(Handlers::withoutVersion).collect(Collectors.toSet());
        this.validator = validator;
    }

    /**
     * The handlers of a type; none when this service does not care about it.
     *
     * @throws ImpossibleEvent when it cares, but does not know this version
     */
    List<EventHandler<?>> of(String type) {
        List<EventHandler<?>> handlers = byType.getOrDefault(type, List.of());
        if (handlers.isEmpty() && knownFacts.contains(withoutVersion(type))) {
            throw new ImpossibleEvent("version of " + type + " unknown");
        }
        return handlers;
    }

    private static String withoutVersion(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    /** Binds a handler to the data it will get, read and checked before any transaction begins. */
    <T> Runnable bind(EventHandler<T> handler, IncomingFact fact, int largestValue) {
        T data = read(fact.valueUpTo(largestValue), handler.dataType());
        Set<ConstraintViolation<T>> violations = validator.validate(data);
        if (!violations.isEmpty()) {
            throw new ImpossibleEvent("data invalid: " + paths(violations));
        }
        ReceivedEvent<T> event = new ReceivedEvent<>(
                fact.id(), fact.type(), fact.clinicId(), fact.keyId(), fact.occurredAt(), data);
        return () -> handler.on(event);
    }

    private static <T> T read(byte[] value, Class<T> type) {
        try {
            T data = EventJson.read(value, type);
            if (data == null) {
                throw new ImpossibleEvent("data is null");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new ImpossibleEvent("data unreadable: " + e.getClass().getSimpleName()); // the message may quote it
        } catch (IOException e) {
            throw new ImpossibleEvent("data unreadable");
        }
    }

    private static <T> Set<String> paths(Set<ConstraintViolation<T>> violations) {
        return violations.stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
