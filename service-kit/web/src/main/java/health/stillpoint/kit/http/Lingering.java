package health.stillpoint.kit.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

/**
 * Closes a connection whose request was refused before all of it was read.
 *
 * <p>Closing at once would reset the connection and take the refusal away from a caller who is still sending; so a
 * little more is read and thrown away, at most 1 s and 8 MiB of it.
 */
public final class Lingering {

    private static final long MILLISECONDS = 1_000;
    private static final long BYTES = 8L * 1024 * 1024;

    private Lingering() {
    }

    /** Closes the connection of a request that is answered, at once when all of it was read. */
    public static void close(Vertx vertx, HttpServerRequest request) {
        HttpConnection connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        long timer = vertx.setTimer(MILLISECONDS, _ -> connection.close());
        long[] left = {BYTES};
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.handler(piece -> {
            left[0] -= piece.length();
            if (left[0] < 0) {
                connection.close();
            }
        });
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            connection.close();
        });
        request.resume();
    }
}
