package health.stillpoint.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are and gives back everything that comes until the other side closes or is silent for 3 s. */
public final class RawSocket {

    private static final int SILENCE_MILLISECONDS = 3_000;

    private RawSocket() {
    }

    /**
     * What came back.
     *
     * @param text all of it
     * @param closed whether the other side closed the connection
     */
    public record Reply(String text, boolean closed) {
    }

    public static Reply send(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(SILENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] piece = new byte[8192];
            boolean closed = false;
            try {
                int count;
                while ((count = socket.getInputStream().read(piece)) >= 0) {
                    all.write(piece, 0, count);
                }
                closed = true;
            } catch (SocketTimeoutException silent) {
                closed = false;
            }
            return new Reply(all.toString(StandardCharsets.ISO_8859_1), closed);
        }
    }
}
