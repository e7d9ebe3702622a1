package health.stillpoint.local.parts;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the words of RFC 6749 section 5.2. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    OAuthError(int status, String code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    OAuthError header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    String description() {
        return getMessage();
    }

    Map<String, Object> body() {
        return Map.of("error", code, "error_description", getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
