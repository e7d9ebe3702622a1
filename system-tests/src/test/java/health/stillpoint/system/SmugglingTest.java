package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose end can be read in two ways is refused by the packaged gateway, and its connection closed. */
@Order(25)
class SmugglingTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 4\r\nContent-Length: 9\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"
    })
    void refusesTwoLengths(String lengths) throws IOException {
        URI gateway = SystemStack.gateway();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /api/v1/patients HTTP/1.1\r\nHost: localhost\r\n" + lengths
                    + "\r\n0\r\n\r\nGET /api/v1/patients HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 400");
            assertThat(answer.lines().filter(line -> line.startsWith("HTTP/1.1"))).isEmpty();
        }
    }

    /** Read as 32-bit numbers, the first three are 1b: the 27 bytes that follow. */
    @ParameterizedTest
    @ValueSource(strings = {"10000001b", "10000000000000001b", "ffffffff0000001b", "80000000", "-1", ""})
    void readsNoRequestBehindAChunkOfAnUnreadableSize(String size) throws IOException {
        URI gateway = SystemStack.gateway();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /api/v1/patients HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + SystemStack.token("prescriber", "harbor") + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + size + "\r\n" + "a".repeat(27) + "\r\n0\r\n\r\nGET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.lines().filter(line -> line.startsWith("HTTP/1.1"))).hasSizeLessThan(2).noneMatch(line -> line.contains(" 200"));
        }
    }
}
