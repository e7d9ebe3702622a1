package health.stillpoint.kit.inbox;

import health.stillpoint.kit.announce.Announcements;
import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What operators may do, on the management port alone, which only the cluster's operators reach:
 * {@code GET /q/dead-letters?state=open|replayed|dismissed}, {@code POST /q/dead-letters/{id}/replay},
 * {@code POST /q/dead-letters/{id}/dismiss} with {@code {"operator": "...", "reason": "..."}}, {@code POST /q/re-announce}.
 */
@ApplicationScoped
class OperatorRoutes {

    private static final int LARGEST_BODY = 16 * 1024;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 1000;

    private final DeadLetterDesk desk;
    private final Announcements announcements;

    OperatorRoutes(DeadLetterDesk desk, Announcements announcements) {
        this.desk = desk;
        this.announcements = announcements;
    }

    /** Who gives a letter up, and why. */
    record Dismissal(String operator, String reason) {

        List<Violation> violations() {
            List<Violation> found = new ArrayList<>();
            if (operator == null || !operator.strip().matches("[^\\p{Cntrl}]{1," + LONGEST_NAME + "}")) {
                found.add(new Violation("operator", "body", "must be a name of 1 to " + LONGEST_NAME + " characters on one line"));
            }
            if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
                found.add(new Violation("reason", "body", "must be a text of 1 to " + LONGEST_REASON + " characters"));
            }
            return found;
        }
    }

    void register(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get("/q/dead-letters").blockingHandler(this::list, false);
        router.post("/q/dead-letters/:id/replay").blockingHandler(this::replay, false);
        router.post("/q/dead-letters/:id/dismiss").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .blockingHandler(this::dismiss, false);
        router.post("/q/re-announce")
                .blockingHandler(call -> answer(call, 200, announcements.tellEverything()), false);
    }

    private void list(RoutingContext call) {
        String wanted = call.request().getParam("state", "open");
        for (DeadLetterDesk.State state : DeadLetterDesk.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                answer(call, 200, Map.of("items", desk.list(state)));
                return;
            }
        }
        refuse(call, Problems.unreadable().violations(List.of(new Violation("state", "query", "must be one of open, replayed, dismissed"))));
    }

    private void replay(RoutingContext call) {
        answer(call, desk.replay(id(call.pathParam("id"))));
    }

    private void dismiss(RoutingContext call) {
        Buffer body = call.body().buffer();
        Dismissal dismissal;
        try {
            dismissal = EventJson.read(body == null ? new byte[0] : body.getBytes(), Dismissal.class);
        } catch (IOException e) {
            refuse(call, Problems.unreadable().detail("Send {\"operator\": \"...\", \"reason\": \"...\"}."));
            return;
        }
        List<Violation> violations = dismissal == null ? new Dismissal(null, null).violations() : dismissal.violations();
        if (violations.isEmpty()) {
            answer(call, desk.dismiss(id(call.pathParam("id")), dismissal.operator().strip(), dismissal.reason().strip()));
        } else {
            refuse(call, Problems.invalidValue().violations(violations));
        }
    }

    private static void answer(RoutingContext call, DeadLetterDesk.Handled handled) {
        switch (handled.result()) {
            case APPLIED, DISMISSED -> answer(call, 200, handled);
            case NOT_FOUND -> refuse(call, Problems.notFound());
            case ALREADY_REPLAYED -> refuse(call, Problem.of(409, "dead-letter-replayed", "The dead letter was applied already"));
            case ALREADY_DISMISSED -> refuse(call, Problem.of(409, "dead-letter-dismissed", "The dead letter was dismissed")
                    .detail("A dismissed letter is never applied. If its fact still holds, let the service it came from tell it again"
                            + " (POST /q/re-announce there)."));
            case STILL_IMPOSSIBLE -> refuse(call, Problem.of(409, "dead-letter-impossible", "The dead letter still cannot be applied")
                    .detail(handled.reason()));
        }
    }

    /** An id that cannot be one belongs to nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static void refuse(RoutingContext call, Problem problem) {
        send(call, problem.getStatus(), Problem.MEDIA_TYPE, problem);
    }

    private static void answer(RoutingContext call, int status, Object body) {
        send(call, status, "application/json", body);
    }

    private static void send(RoutingContext call, int status, String type, Object body) {
        call.response().setStatusCode(status).putHeader("Content-Type", type).end(EventJson.write(body));
    }
}
