package health.stillpoint.kit.outage;

import health.stillpoint.kit.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Something that fails again and again while what it needs is away: since when, and its lines in the log. The first failure
 * is told at once, the later ones at most once a minute with their number, and the end once. Safe for many threads.
 */
public final class Outage {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String what;
    private final Consumer<String> log;
    private final Supplier<Instant> clock;
    private Instant since;
    private Instant lastLine;
    private long untold;

    /**
     * @param what the beginning of each line, such as {@code Sealing the audit trail}
     */
    public Outage(String what, Logger log) {
        this(what, log::warn, RealTime::now);
    }

    Outage(String what, Consumer<String> log, Supplier<Instant> clock) {
        this.what = what;
        this.log = log;
        this.clock = clock;
    }

    /** It failed; the cause is told if a line is due. */
    public synchronized void failed(String cause) {
        Instant now = clock.get();
        if (since == null) {
            since = now;
            tell(now, what + " fails: " + cause);
        } else if (now.isBefore(lastLine.plus(BETWEEN_LINES))) {
            untold++;
        } else {
            tell(now, what + " still fails, since " + since + ", " + (untold + 1) + " times since the last line: " + cause);
        }
    }

    /** It worked. */
    public synchronized void worked() {
        if (since != null) {
            tell(clock.get(), what + " works again, after " + Duration.between(since, clock.get()).toSeconds() + " s");
            since = null;
        }
    }

    /** When the first of the failures was, if the last attempt failed. */
    public synchronized Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    private void tell(Instant now, String line) {
        log.accept(line);
        lastLine = now;
        untold = 0;
    }
}
