package health.stillpoint.kit.operation;

import java.util.Map;

/**
 * An unsafe call that named itself.
 *
 * @param subject whose key it is: the token's subject and client
 * @param key what the caller sent as {@code Idempotency-Key}, 1 to 255 visible characters
 * @param route method and path template
 * @param requestHash SHA-256 of method, address and body
 */
record IdempotentCall(String subject, String key, String route, byte[] requestHash) {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    static boolean isUsable(String key) {
        return !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /**
     * An answer that is kept.
     *
     * @param headers those that belong to the answer and not to its sending
     * @param body UTF-8 JSON, null when there was none
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {
    }
}
