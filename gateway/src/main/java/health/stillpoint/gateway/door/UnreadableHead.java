package health.stillpoint.gateway.door;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.problem.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Answers a request whose head cannot be read: no route, no caller, no request id of theirs, and the connection ends. */
final class UnreadableHead {

    private static final Problem LINE_TOO_LONG = Problem.of(414, "address-too-long", "The address is too long");

    private static final Problem VERSION_NOT_SUPPORTED = Problem.of(505, "version-not-supported", "Only HTTP/1.1 and 1.0 are understood");

    private static final Problem ADDRESS_UNREADABLE = Problem.of(400, "address-unreadable", "The address cannot be read");

    private UnreadableHead() {
    }

    static void refuse(HttpServerRequest request) {
        Problem problem = switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ -> LINE_TOO_LONG;
            case StrictHttp.UnknownVersion _ -> VERSION_NOT_SUPPORTED;
            case RequestTarget.Unreadable _ -> ADDRESS_UNREADABLE;
            case TooLongHttpHeaderException _ -> Refusals.HEAD_TOO_LARGE;
            case null, default -> Refusals.BAD_FRAMING;
        };
        String requestId = Ids.next().toString();
        HttpConnection connection = request.connection();
        request.response()
                .setStatusCode(problem.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader("X-Request-Id", requestId)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(new JsonObject()
                        .put("type", problem.getType())
                        .put("title", problem.getTitle())
                        .put("status", problem.getStatus())
                        .put("code", problem.getCode())
                        .put("requestId", requestId)
                        .encode())
                .onComplete(_ -> connection.close());
    }
}
