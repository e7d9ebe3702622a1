package health.stillpoint.local.walkthrough;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Facts travel by events: what one service knows, another knows a moment later. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Waiting() {}

    /** Asks until there is something, and fails after 45 s with what was waited for. */
    static <T> T until(String what, Supplier<Optional<T>> question) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (true) {
            Optional<T> found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new WalkthroughFailure("waited " + LONGEST.toSeconds() + " s in vain until " + what);
            }
            pause();
        }
    }

    /** The answer once it is no longer the given refusal, which is only true until the news has arrived. */
    static Answer whileRefused(int status, String code, String what, Supplier<Answer> request) {
        return until(what, () -> Optional.of(request.get()).filter(answer -> answer.status() != status || !answer.code().equals(code)));
    }

    /** A moment between two tries. */
    static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WalkthroughFailure("interrupted");
        }
    }
}
