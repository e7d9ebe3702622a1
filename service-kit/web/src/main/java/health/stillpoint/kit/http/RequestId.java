package health.stillpoint.kit.http;

import health.stillpoint.kit.id.Ids;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Names one request through gateway, services, logs and audit trail.
 *
 * <p>Taken from the caller's {@code X-Request-Id} when it is harmless (1 to 64 of letters, digits, dot, underscore, colon and
 * hyphen), made new otherwise, and always sent back.
 */
public final class RequestId {

    /** The header's name, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private RequestId() {
    }

    /** The id of a request, an empty text before the kit's first filter saw it. */
    public static String of(RoutingContext context) {
        return RequestContextKeys.text(context, RequestContextKeys.REQUEST_ID);
    }

    /** The caller's W3C {@code traceparent}, an empty text when there was no valid one. */
    public static String traceparentOf(RoutingContext context) {
        return RequestContextKeys.text(context, RequestContextKeys.TRACEPARENT);
    }

    static String acceptOrMake(String offered) {
        return isHarmless(offered) ? offered : Ids.next().toString();
    }

    static boolean isTraceparent(String offered) {
        return offered != null && offered.length() == 55 && TRACEPARENT.matcher(offered).matches();
    }

    private static boolean isHarmless(String offered) {
        if (offered == null || offered.isEmpty() || offered.length() > LONGEST) {
            return false;
        }
        return offered.chars().allMatch(RequestId::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                || c == '.' || c == '_' || c == ':' || c == '-';
    }
}
