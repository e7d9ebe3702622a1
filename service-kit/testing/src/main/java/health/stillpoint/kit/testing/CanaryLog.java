package health.stillpoint.kit.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which a canary reaches the log: {@code @ExtendWith(CanaryLog.class)}, and let every name, answer and
 * free text of the test begin with {@code CANARY-}. Looks at messages, fields and stack traces.
 */
public final class CanaryLog implements BeforeEachCallback, AfterEachCallback {

    /** What no log may contain. */
    public static final String CANARY = "CANARY-";

    private final Seen seen = new Seen();

    @Override
    public void beforeEach(ExtensionContext context) {
        seen.canaries.clear();
        Logger.getLogger("").addHandler(seen);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Logger.getLogger("").removeHandler(seen);
        if (!seen.canaries.isEmpty()) {
            throw new AssertionError("Personal data in the log: " + List.copyOf(seen.canaries));
        }
    }

    private static final class Seen extends Handler {

        private final Queue<String> canaries = new ConcurrentLinkedQueue<>();

        Seen() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            String everything = text(logged);
            if (everything.contains(CANARY)) {
                canaries.add(logged.getLoggerName() + ": " + everything);
            }
        }

        private static String text(LogRecord logged) {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            if (logged instanceof ExtLogRecord extended) {
                out.println(extended.getFormattedMessage());
                out.println(extended.getMdcCopy());
            } else {
                out.println(logged.getMessage());
            }
            if (logged.getParameters() != null) {
                out.println(Arrays.toString(logged.getParameters()));
            }
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(out);
            }
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
