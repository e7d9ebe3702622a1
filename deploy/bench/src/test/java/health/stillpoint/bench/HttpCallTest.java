package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HttpCallTest {

    private static final UUID ID = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    @Test
    void leavesRoomForTheRecordAndTheKey() {
        HttpCall call = new HttpCall("POST", "/a/{id}/b", "{}", IdPool.round(List.of(ID)));
        HttpCall.Bytes request = call.toBytes("localhost:1", "token");

        HttpCall.Bytes.write(ID, request.bytes(), request.idAt());
        HttpCall.Bytes.write(ID, request.bytes(), request.keyAt());

        assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
                .startsWith("POST /a/" + ID + "/b HTTP/1.1\r\nHost: localhost:1\r\nAuthorization: Bearer token\r\n")
                .contains("Content-Length: 2\r\nIdempotency-Key: " + ID + "\r\n")
                .endsWith("\r\n\r\n{}");
    }

    @Test
    void sendsNoKeyWithoutABody() {
        HttpCall.Bytes request = new HttpCall("GET", "/a", null, null).toBytes("localhost:1", "token");

        assertThat(request.idAt()).isEqualTo(-1);
        assertThat(request.keyAt()).isEqualTo(-1);
    }
}
