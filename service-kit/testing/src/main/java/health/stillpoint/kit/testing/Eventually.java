package health.stillpoint.kit.testing;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for a condition instead of a time. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** News takes some milliseconds: looked for soon, then at leisure. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

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
        for (Duration pause = FIRST_PAUSE; ; pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause) {
            try {
                return attempt.get();
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                pause(pause);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
