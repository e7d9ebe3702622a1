package health.stillpoint.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A request that differs from call to call only in one record's id and in its idempotency key.
 *
 * @param path may hold {@value #ID} once
 * @param body null for a request without one
 * @param ids the records, null when the path names none
 */
record HttpCall(String method, String path, String body, IdPool ids) {

    static final String ID = "{id}";
    static final int UUID_LENGTH = 36;
    private static final String SPACE = "?".repeat(UUID_LENGTH);
    private static final String KEY_HEADER = "Idempotency-Key: ";

    /** The bytes of the request; {@link Bytes} says where ids and keys belong. */
    Bytes toBytes(String host, String token) {
        StringBuilder text = new StringBuilder();
        text.append(method).append(' ').append(path.replace(ID, SPACE)).append(" HTTP/1.1\r\n")
                .append("Host: ").append(host).append("\r\n")
                .append("Authorization: Bearer ").append(token).append("\r\n")
                .append("Accept: application/json\r\n");
        int keyAt = -1;
        if (body != null) {
            text.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(KEY_HEADER);
            keyAt = text.length();
            text.append(SPACE).append("\r\n");
        }
        text.append("\r\n");
        int idAt = path.contains(ID) ? method.length() + 1 + path.indexOf(ID) : -1;
        return new Bytes((body == null ? text : text.append(body)).toString().getBytes(StandardCharsets.UTF_8), idAt, keyAt);
    }

    /**
     * @param idAt where the record's id belongs, -1 for nowhere
     * @param keyAt where the idempotency key belongs, -1 for nowhere
     */
    record Bytes(byte[] bytes, int idAt, int keyAt) {

        static void write(UUID id, byte[] target, int at) {
            byte[] text = id.toString().getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(text, 0, target, at, UUID_LENGTH);
        }
    }
}
