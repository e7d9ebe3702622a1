package health.stillpoint.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.Pipe;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** A body on its way from one side to the other. One that comes whole leaves in one write, together with its head; a longer one streams. */
final class Transfer {

    private Transfer() {
    }

    /**
     * Begins at once; the future fails when the body broke off, and its other side has no end then.
     *
     * @param declared the body's length in bytes; anything else when nobody said it
     */
    static Future<Void> of(ReadStream<Buffer> from, long declared, WriteStream<Buffer> to) {
        Promise<Void> done = Promise.promise();
        from.exceptionHandler(done::tryFail);
        from.endHandler(_ -> to.end(done));
        from.handler(first -> {
            if (first.length() == declared) {
                from.endHandler(null);
                to.end(first, done);
            } else {
                Pipe<Buffer> rest = from.pipe().endOnFailure(false);
                to.write(first);
                rest.to(to, done);
            }
        });
        from.resume();
        return done.future();
    }
}
