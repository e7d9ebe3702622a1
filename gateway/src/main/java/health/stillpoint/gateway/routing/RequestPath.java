package health.stillpoint.gateway.routing;

import java.util.ArrayList;
import java.util.List;

/** Reads the path of a request; a path that two readers could understand differently is not read at all. */
public final class RequestPath {

    private RequestPath() {
    }

    /** True when the path has one meaning: no dot segments, empty segments, parameters or hidden separators. */
    public static boolean isPlain(String path) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        int segmentStart = 1;
        for (int i = 1; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c == '/') {
                if (!isPlainSegment(path, segmentStart, i)) {
                    return false;
                }
                segmentStart = i + 1;
            } else if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';') {
                return false;
            } else if (c == '%' && hidesSeparator(path, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainSegment(String path, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return to == path.length();
        }
        boolean dots = path.charAt(from) == '.' && (length == 1 || length == 2 && path.charAt(from + 1) == '.');
        return !dots;
    }

    /** An escape that decodes to a control, a dot, a separator, a percent sign, or to nothing. */
    private static boolean hidesSeparator(String path, int at) {
        if (at + 2 >= path.length()) {
            return true;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return true;
        }
        int decoded = high * 16 + low;
        return decoded < ' ' || decoded == '.' || decoded == '/' || decoded == '\\' || decoded == ';' || decoded == '%'
                || decoded == 0x7f;
    }

    /** The segments of a plain path; a slash at the end adds none. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(8);
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (i > start) {
                    segments.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return segments;
    }
}
