package health.stillpoint.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/**
 * Where a request's body ends, said in one way only. Two readers that disagree about it can be made to see different
 * requests (request smuggling), so everything unusual is refused, a header without a name too. A length beside chunks is already refused by
 * {@link StrictHttp}, before the length is dropped from the head.
 */
final class Framing {

    private static final int MOST_DIGITS = 18;

    private Framing() {
    }

    static boolean isSound(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        if (headers.getAll(HttpHeaders.HOST).size() > 1 || headers.contains("")) {
            return false;
        }
        if (!encodings.isEmpty()) {
            return encodings.size() == 1 && lengths.isEmpty() && encodings.getFirst().equalsIgnoreCase("chunked")
                    && request.version() == HttpVersion.HTTP_1_1;
        }
        return lengths.isEmpty() || lengths.size() == 1 && isNumber(lengths.getFirst());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The declared length of a sound request's body, bytes; 0 when none is declared. */
    static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    static boolean hasBody(HttpServerRequest request) {
        return declaredLength(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
