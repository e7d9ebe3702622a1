package health.stillpoint.system.ship;

import java.util.regex.Pattern;

/** How the names of secrets look. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("(?i).*(password|passwd|secret|token|credential|jaas|private.?key|api.?key).*");

    private Secrets() {}

    /** Whether a setting of this name would hold a secret. A setting that names the file of one does not. */
    static boolean namesOne(String setting) {
        return NAME.matcher(setting).matches() && !setting.endsWith("_FILE");
    }
}
