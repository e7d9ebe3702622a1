package health.stillpoint.local.parts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares secrets in constant time and slows guessing down: after five wrong passwords in a row a name is refused
 * unheard for one second, then two, four and so on up to 30 s. A right password forgets the failures.
 */
final class SignInGuard {

    private static final int FREE_FAILURES = 5;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final int NAMES_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    SignInGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this name must still wait; zero when it may try. */
    Duration wait(String name) {
        Failures known = failures.get(name);
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.blockedUntil());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether the secret is right; counts the answer for the name. */
    boolean accepts(String name, String given, String expected) {
        if (sameSecret(given, expected)) {
            failures.remove(name);
            return true;
        }
        fail(name);
        return false;
    }

    private void fail(String name) {
        if (failures.size() > NAMES_REMEMBERED) {
            failures.clear();
        }
        failures.merge(name, new Failures(1, clock.instant()), (known, first) -> known.oneMore(clock.instant()));
    }

    /** Compares digests, so that neither the content nor the length of the expected secret shows in the time taken. */
    static boolean sameSecret(String given, String expected) {
        return MessageDigest.isEqual(sha256(given), sha256(expected));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private record Failures(int count, Instant blockedUntil) {

        Failures oneMore(Instant now) {
            int next = count + 1;
            long seconds = next < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(10, next - FREE_FAILURES));
            return new Failures(next, now.plusSeconds(seconds));
        }
    }
}
