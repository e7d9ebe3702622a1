package health.stillpoint.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A request body that is counted while it streams; once it is too long nothing more of it is passed on. */
final class BoundedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable onTooLarge;
    private Handler<Buffer> handler;
    private long seen;
    private boolean tooLarge;
    private boolean broken;

    BoundedBody(HttpServerRequest request, long limitBytes, Runnable onTooLarge) {
        this.request = request;
        this.limit = limitBytes;
        this.onTooLarge = onTooLarge;
    }

    @Override
    public BoundedBody handler(Handler<Buffer> next) {
        this.handler = next;
        request.handler(next == null ? null : this::pass);
        return this;
    }

    private void pass(Buffer piece) {
        if (tooLarge) {
            return;
        }
        seen += piece.length();
        if (seen > limit) {
            tooLarge = true;
            request.pause();
            onTooLarge.run();
        } else if (handler != null) {
            handler.handle(piece);
        }
    }

    @Override
    public BoundedBody pause() {
        request.pause();
        return this;
    }

    /** Lets more come, unless too much has come already. */
    @Override
    public BoundedBody resume() {
        if (!tooLarge) {
            request.resume();
        }
        return this;
    }

    @Override
    public BoundedBody fetch(long amount) {
        if (!tooLarge) {
            request.fetch(amount);
        }
        return this;
    }

    @Override
    public BoundedBody exceptionHandler(Handler<Throwable> next) {
        request.exceptionHandler(failure -> {
            broken = true;
            if (next != null) {
                next.handle(failure);
            }
        });
        return this;
    }

    /** True when its sender broke it off. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public BoundedBody endHandler(Handler<Void> next) {
        request.endHandler(next);
        return this;
    }
}
