package health.stillpoint.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the handling of chosen parts fail after their effect was written and before it is committed. */
@ApplicationScoped
public class Trouble {

    private final Map<UUID, Queue<RuntimeException>> planned = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> attempts = new ConcurrentHashMap<>();

    /** The next attempts at this part fail with these, one each. */
    public void plan(UUID partId, RuntimeException... failures) {
        planned.computeIfAbsent(partId, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(failures));
    }

    public int attempts(UUID partId) {
        return attempts.getOrDefault(partId, new AtomicInteger()).get();
    }

    void strike(UUID partId) {
        attempts.computeIfAbsent(partId, _ -> new AtomicInteger()).incrementAndGet();
        Queue<RuntimeException> failures = planned.get(partId);
        RuntimeException next = failures == null ? null : failures.poll();
        if (next != null) {
            throw next;
        }
    }
}
