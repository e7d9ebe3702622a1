package health.stillpoint.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** One kept-alive HTTP/1.1 connection on a plain socket, with as little of its own work as possible. */
final class HttpWorker implements Worker {

    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final int BUFFER = 1 << 16;

    private final HttpCall call;
    private final HttpCall.Bytes request;
    private final int expected;
    private final AtomicReference<String> firstFailure;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] body = new byte[BUFFER];
    private int bodyLength;

    /** @param firstFailure told the first answer that was not the one expected */
    HttpWorker(int port, String token, HttpCall call, int expected, AtomicReference<String> firstFailure) throws IOException {
        this.call = call;
        this.request = call.toBytes("localhost:" + port, token);
        this.expected = expected;
        this.firstFailure = firstFailure;
        this.socket = new Socket(InetAddress.getByName("localhost"), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    @Override
    public boolean once() throws IOException, IdPool.Empty {
        if (request.idAt() >= 0) {
            HttpCall.Bytes.write(call.ids().next(), request.bytes(), request.idAt());
        }
        if (request.keyAt() >= 0) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            HttpCall.Bytes.write(new UUID(random.nextLong(), random.nextLong()), request.bytes(), request.keyAt());
        }
        out.write(request.bytes());
        int status = readAnswer();
        if (status != expected) {
            firstFailure.compareAndSet(null, status + " " + answer());
            return false;
        }
        return true;
    }

    /** The last answer's body. */
    String answer() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    private int readAnswer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
            } else if (name.equals("transfer-encoding")) {
                chunked = true;
            }
        }
        bodyLength = 0;
        if (chunked) {
            readChunks();
        } else {
            read(length);
        }
        return status;
    }

    private void readChunks() throws IOException {
        for (int size = Integer.parseInt(line().trim(), 16); size > 0; size = Integer.parseInt(line().trim(), 16)) {
            read(size);
            line();
        }
        line();
    }

    private void read(int length) throws IOException {
        if (body.length < bodyLength + length) {
            body = java.util.Arrays.copyOf(body, (bodyLength + length) * 2);
        }
        if (in.readNBytes(body, bodyLength, length) < length) {
            throw new EOFException("the answer ended early");
        }
        bodyLength += length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
