package health.stillpoint.gateway.door;

import java.util.HexFormat;

/**
 * The address in a request's first line. Clients send characters bare in a query that RFC 3986 wants escaped, above all the bar
 * of a FHIR token ({@code identifier=system|value}); they are escaped here, for all who read the address later. What cannot be read
 * in one way only is refused.
 */
final class RequestTarget {

    private static final String NEVER_BARE = "\"<>\\^`{|}";

    private RequestTarget() {
    }

    /** The address has no one meaning. */
    static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private Unreadable(String message) {
            super(message);
        }
    }

    /**
     * The address as it should have been sent.
     *
     * @param sent its bytes, one in each character
     * @throws Unreadable when an escape is broken, or a character that needs one stands in the path
     */
    static String readable(String sent) {
        int query = sent.indexOf('?');
        StringBuilder escaped = null;
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            if (c == '%') {
                requireEscape(sent, i);
            }
            boolean bare = isBare(c);
            if (bare && (query < 0 || i < query)) {
                throw new Unreadable("A path with a character that needs an escape");
            }
            if (bare && escaped == null) {
                escaped = new StringBuilder(sent.length() + 16).append(sent, 0, i);
            }
            if (bare) {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? sent : escaped.toString();
    }

    private static boolean isBare(char c) {
        return c <= ' ' || c >= 0x7f || NEVER_BARE.indexOf(c) >= 0;
    }

    private static void requireEscape(String sent, int at) {
        if (at + 2 >= sent.length() || !HexFormat.isHexDigit(sent.charAt(at + 1)) || !HexFormat.isHexDigit(sent.charAt(at + 2))) {
            throw new Unreadable("A broken escape");
        }
    }
}
