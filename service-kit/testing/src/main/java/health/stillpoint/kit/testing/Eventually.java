package health.stillpoint.kit.testing;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for a condition instead of a time. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Eventually() {}

    /** Repeats the assertions until they hold; after 30 s fails with the last failure. */
    public static void holds(Runnable assertions) {
        holds(PATIENCE, assertions);
    }

    /** Repeats the assertions until they hold; after this long fails with the last failure. */
    public static void holds(Duration patience, Runnable assertions) {
        get(patience, () -> {
            assertions.run();
            return null;
        });
    }

    /** Repeats the attempt until it succeeds; after 30 s fails with the last failure. */
    public static <T> T get(Supplier<T> attempt) {
        return get(PATIENCE, attempt);
    }

    /** Repeats the attempt until it succeeds; after this long fails with the last failure. */
    public static <T> T get(Duration patience, Supplier<T> attempt) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return attempt.get();
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
