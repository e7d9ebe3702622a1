package health.stillpoint.gateway;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service behind the gateway that does as it is told: a real HTTP server on the loopback interface. */
public final class FakeService {

    private final Vertx vertx;
    private final String name;
    private final int port;
    private final Map<String, Handler<HttpServerRequest>> behaviors = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** A request as it arrived here. */
    public record Seen(String method, String uri, MultiMap headers) {
    }

    FakeService(Vertx vertx, String name, int port) {
        this.vertx = vertx;
        this.name = name;
        this.port = port;
    }

    public int port() {
        return port;
    }

    public String name() {
        return name;
    }

    /** Listens; does nothing when it does. */
    public void start() {
        if (server == null) {
            server = vertx.createHttpServer(new HttpServerOptions().setHost("localhost").setPort(port))
                    .requestHandler(this::handle);
            server.listen().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Refuses connections from now on. */
    public void stop() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    /** Forgets what it saw and what it was told, and listens. */
    public void reset() {
        seen.clear();
        behaviors.clear();
        start();
    }

    /** What to do with requests of this path. */
    public void on(String path, Handler<HttpServerRequest> behavior) {
        behaviors.put(path, behavior);
    }

    /** Answers requests of this path with a document. */
    public void answers(String path, int status, JsonObject body) {
        on(path, request -> request.response().setStatusCode(status)
                .putHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json")
                .end(body.encode()));
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public Seen lastSeen() {
        return seen.getLast();
    }

    private void handle(HttpServerRequest request) {
        seen.add(new Seen(request.method().name(), request.uri(), MultiMap.caseInsensitiveMultiMap()
                .addAll(request.headers())));
        behaviors.getOrDefault(request.path(), this::echo).handle(request);
    }

    /** Says who answered and how much came. */
    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"7\"")
                .putHeader("Server", "secret-server/1.2.3")
                .putHeader("X-Powered-By", "magic")
                .putHeader("Set-Cookie", "a=b")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("bytes", body.length())
                        .put("headers", new JsonArray(List.copyOf(request.headers().names())))
                        .encode()));
    }
}
