package health.stillpoint.kit.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what broke without its message: an exception's message may quote what somebody entered, its class and its
 * frames never do.
 */
public final class Faults {

    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private Faults() {
    }

    /** Classes and frames of a throwable and its causes, on one line. */
    public static String describe(Throwable thrown) {
        List<String> parts = new ArrayList<>();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            StringBuilder part = new StringBuilder(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                part.append(i == 0 ? " at " : " < ").append(frames[i].getClassName()).append('.')
                        .append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
            }
            parts.add(part.toString());
        }
        return String.join(" caused by ", parts);
    }
}
