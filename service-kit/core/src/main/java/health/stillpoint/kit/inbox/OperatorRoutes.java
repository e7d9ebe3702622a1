package health.stillpoint.kit.inbox;

import health.stillpoint.kit.announce.Announcements;
import health.stillpoint.kit.outbox.EventJson;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;

/**
 * What operators may do, on the management port alone, which only the cluster's operators reach:
 * {@code GET /q/dead-letters}, {@code POST /q/dead-letters/{id}/replay}, {@code POST /q/re-announce}.
 */
@ApplicationScoped
class OperatorRoutes {

    private final DeadLetterDesk desk;
    private final Announcements announcements;

    OperatorRoutes(DeadLetterDesk desk, Announcements announcements) {
        this.desk = desk;
        this.announcements = announcements;
    }

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get("/q/dead-letters").blockingHandler(call -> answer(call, 200, Map.of("items", desk.waiting())), false);
        router.post("/q/dead-letters/:id/replay").blockingHandler(this::replay, false);
        router.post("/q/re-announce")
                .blockingHandler(call -> answer(call, 200, announcements.tellEverything()), false);
    }

    private void replay(RoutingContext call) {
        DeadLetterDesk.Replay replay = desk.replay(id(call.pathParam("id")));
        int status =
                switch (replay.result()) {
                    case APPLIED -> 200;
                    case NOT_FOUND -> 404;
                    case ALREADY_REPLAYED, STILL_IMPOSSIBLE -> 409;
                };
        answer(call, status, replay);
    }

    /** An id that cannot be one belongs to nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static void answer(RoutingContext call, int status, Object body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(EventJson.write(body));
    }
}
