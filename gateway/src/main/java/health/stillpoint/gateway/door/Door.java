package health.stillpoint.gateway.door;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.door.Visit.Visitor;
import health.stillpoint.gateway.limits.Limits;
import health.stillpoint.gateway.limits.Verdict;
import health.stillpoint.gateway.routing.RequestPath;
import health.stillpoint.gateway.routing.Route;
import health.stillpoint.gateway.routing.RouteTable;
import health.stillpoint.gateway.upstream.Upstreams;
import health.stillpoint.kit.http.HttpConfig;
import health.stillpoint.kit.http.RequestId;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.problem.Problem;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Where every request comes in.
 *
 * <pre>
 *   own or listed page? -> head readable? -> path known? -> body not too long? -> token verified? -> within limits? -> service,
 *          403               400 431          404 405             413                 401               429           or own operation
 * </pre>
 */
@ApplicationScoped
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** Before the routes of Quarkus, whose own body limit stands at -2. */
    private static final int ORDER = -5;
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final GatewayConfig config;
    private final HttpConfig http;
    private final TokenCheck tokens;
    private final Limits limits;
    private final Upstreams upstreams;
    private final Refusals refusals;
    private final VisitRecord records;

    Door(GatewayConfig config, HttpConfig http, TokenCheck tokens, Limits limits, Upstreams upstreams, Refusals refusals,
            VisitRecord records) {
        this.config = config;
        this.http = http;
        this.tokens = tokens;
        this.limits = limits;
        this.upstreams = upstreams;
        this.refusals = refusals;
        this.records = records;
    }

    void open(@Observes Router router) {
        router.route().order(ORDER - 2).handler(this::receive).failureHandler(this::failed);
        CrossOrigin origins = new CrossOrigin(config.cors(), config.tlsInFront());
        router.route("/api/*").order(ORDER - 1).handler(context -> heed(context, origins)).failureHandler(this::failed);
        router.route().order(ORDER).handler(this::admit).failureHandler(this::failed);
    }

    static boolean isKnown(HttpMethod method) {
        return METHODS.contains(method);
    }

    private void receive(RoutingContext context) {
        begin(context);
        context.next();
    }

    /** Begins the visit and says what is true of every answer. */
    private void begin(RoutingContext context) {
        Visit visit = Visit.begin(context, requestId(context));
        context.addEndHandler(_ -> records.ended(context, visit));
        SecurityHeaders.set(context, config.tlsInFront());
    }

    private static String requestId(RoutingContext context) {
        String known = RequestId.of(context);
        if (!known.isEmpty()) {
            return known;
        }
        String made = Ids.next().toString();
        context.response().putHeader(RequestId.HEADER, made);
        return made;
    }

    /** A page of a foreign origin is refused before anything else about its request is looked at. */
    private void heed(RoutingContext context, CrossOrigin origins) {
        switch (origins.page(context.request())) {
            case OWN -> context.next();
            case LISTED -> origins.rules().handle(context);
            case FOREIGN -> refusals.refuseAndClose(context, Refusals.ORIGIN_REFUSED);
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (refusals.isCut(request) || !Framing.isSound(request)) {
            refusals.refuseAndCut(context, Refusals.BAD_FRAMING);
        } else if (HeaderRules.size(request.headers()) > config.maxHeaderBytes()) {
            refusals.refuseAndClose(context, Refusals.HEAD_TOO_LARGE);
        } else if (!RequestPath.isPlain(request.path())) {
            refusals.refuseAndClose(context, Refusals.BAD_PATH);
        } else {
            RouteTable.match(request.path()).ifPresentOrElse(
                    route -> admit(context, route),
                    () -> refusals.refuseAndClose(context, Refusals.NOT_FOUND));
        }
    }

    private void admit(RoutingContext context, Route route) {
        HttpServerRequest request = context.request();
        Visit.of(context).route(route);
        if (!isKnown(request.method())) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            refusals.refuseAndClose(context, Refusals.METHOD_NOT_ALLOWED);
        } else if (Framing.declaredLength(request) > http.maxBodyBytes()) {
            refusals.refuseAndClose(context, Refusals.BODY_TOO_LARGE.with("maxBytes", http.maxBodyBytes()));
        } else if (!request.path().startsWith("/api/") && Framing.hasBody(request)) {
            refusals.refuseAndClose(context, Refusals.BODY_TOO_LARGE.with("maxBytes", 0));
        } else if (!request.path().startsWith("/api/")) {
            context.next();
        } else {
            identify(context);
        }
    }

    private void identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        String query = request.query();
        if (query != null && query.contains("access_token=")) {
            unauthenticated(context, Refusals.TOKEN_IN_URL);
            return;
        }
        Visitor believed = tokens.believed(context);
        if (believed == null || Framing.hasBody(request)) {
            request.pause();
        }
        if (believed != null) {
            known(context, believed);
            return;
        }
        // Both outcomes are answered here; without this the server would answer a refused token a second time.
        BiConsumer<RoutingContext, Throwable> answeredHere = (_, _) -> { };
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answeredHere);
        tokens.visitor(context).subscribe().with(
                visitor -> known(context, visitor),
                failure -> notKnown(context, failure));
    }

    private void notKnown(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            Verdict verdict = limits.countRefused(context.request().remoteAddress().hostAddress());
            if (verdict.allowed()) {
                unauthenticated(context, Refusals.UNAUTHENTICATED);
            } else {
                tooMany(context, verdict);
            }
        } else {
            LOG.errorf("A token could not be checked: %s", Faults.describe(failure));
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            refusals.refuseAndClose(context, Refusals.UNAVAILABLE);
        }
    }

    private void unauthenticated(RoutingContext context, Problem problem) {
        boolean sent = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        context.response().putHeader("WWW-Authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer");
        refuseUnread(context, problem);
    }

    private void tooMany(RoutingContext context, Verdict verdict) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.retryAfterSeconds()));
        context.response().putHeader("RateLimit-Policy", verdict.policyHeader());
        context.response().putHeader("RateLimit", verdict.header());
        refuseUnread(context, Refusals.TOO_MANY_REQUESTS.with("limit", verdict.policy()));
    }

    /** A connection whose request has no body left can be used again; else it is closed. */
    private void refuseUnread(RoutingContext context, Problem problem) {
        if (Framing.hasBody(context.request())) {
            refusals.refuseAndClose(context, problem);
        } else {
            refusals.refuse(context, problem);
            context.request().resume();
        }
    }

    private void known(RoutingContext context, Visitor visitor) {
        if (visitor == null) {
            unauthenticated(context, Refusals.UNAUTHENTICATED);
            return;
        }
        Visit visit = Visit.of(context);
        visit.visitor(visitor);
        Verdict verdict = limits.count(visitor.clinicId(), visitor.clientId(), visitor.subject());
        if (!verdict.allowed()) {
            tooMany(context, verdict);
            return;
        }
        if (verdict.isLimited()) {
            context.response().putHeader("RateLimit-Policy", verdict.policyHeader());
            context.response().putHeader("RateLimit", verdict.header());
        }
        visit.route().upstream().ifPresentOrElse(
                upstream -> new Passage(context, upstreams.to(upstream), refusals, terms(visit.route())).begin(),
                () -> {
                    context.request().resume();
                    context.next();
                });
    }

    private Passage.Terms terms(Route route) {
        GatewayConfig.Timeouts timeouts = config.timeouts();
        Duration answer = Optional.ofNullable(timeouts.route().get(route.name())).orElseGet(() -> switch (route.pace()) {
            case ORDINARY, STREAM -> timeouts.ordinary();
            case SLOW -> timeouts.slow();
        });
        Duration idle = route.pace() == Route.Pace.STREAM ? timeouts.streamIdle() : timeouts.idle();
        return new Passage.Terms(http.maxBodyBytes(), answer, longer(idle, answer));
    }

    private static Duration longer(Duration one, Duration other) {
        return List.of(one, other).stream().max(Duration::compareTo).orElseThrow();
    }

    private void failed(RoutingContext context) {
        if (Visit.of(context) == null) {
            // The server itself found no host (400) or no path (404) it can read, before any handler.
            begin(context);
            switch (context.statusCode()) {
                case 400 -> refusals.refuseAndCut(context, Refusals.BAD_FRAMING);
                case 404 -> refusals.refuseAndCut(context, Refusals.BAD_PATH);
                default -> failedHere(context);
            }
            return;
        }
        if (context.statusCode() == 403) { // a preflight that asks for more than is allowed
            refusals.refuse(context, Refusals.ORIGIN_REFUSED);
            return;
        }
        failedHere(context);
    }

    private void failedHere(RoutingContext context) {
        LOG.errorf("A request failed at the door: %s", Faults.describe(context.failure()));
        refusals.refuseAndClose(context, Refusals.INTERNAL);
    }
}
