package health.stillpoint.gateway.door;

import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.door.Visit.Visitor;
import health.stillpoint.gateway.routing.Route;
import health.stillpoint.gateway.routing.Upstream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/**
 * What stays of a request: one timer and one line of the access log. Both name the row of the route table and never the
 * path or the query, which may hold somebody's identifier.
 */
@ApplicationScoped
public class VisitRecord {

    /** Timer of requests; tags {@code route}, {@code upstream}, {@code method}, {@code status}. */
    public static final String REQUESTS_METRIC = "gateway.requests";

    private static final String CALLER_LEFT = "caller-left";
    /** As web servers write it down since nginx; never sent. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final Logger LOG = Logger.getLogger("health.stillpoint.gateway.access");

    private final MeterRegistry meters;
    private final boolean logged;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    VisitRecord(MeterRegistry meters, GatewayConfig config) {
        this.meters = meters;
        this.logged = config.accessLog();
    }

    private record Kind(String route, String upstream, String method, int status) {
    }

    void ended(RoutingContext context, Visit visit) {
        long nanos = System.nanoTime() - visit.startedNanos();
        Route route = visit.route();
        boolean answered = context.response().headWritten();
        if (!answered) {
            visit.problem(CALLER_LEFT);
        }
        Kind kind = new Kind(
                route == null ? "none" : route.name(),
                route == null ? "none" : route.upstream().map(Upstream::serviceName).orElse("gateway"),
                Door.isKnown(visit.method()) ? visit.method().name() : "OTHER",
                answered ? context.response().getStatusCode() : CLIENT_CLOSED_REQUEST);
        Timer known = timers.get(kind); // Asked first, for computeIfAbsent may wait for another request.
        (known == null ? timers.computeIfAbsent(kind, this::timer) : known).record(nanos, TimeUnit.NANOSECONDS);
        if (logged && LOG.isLoggable(Level.INFO)) {
            write(context, visit, kind, nanos);
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder(REQUESTS_METRIC)
                .tag("route", kind.route())
                .tag("upstream", kind.upstream())
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .publishPercentileHistogram(false)
                .register(meters);
    }

    private void write(RoutingContext context, Visit visit, Kind kind, long nanos) {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, kind.method() + " " + kind.route() + " " + kind.status(),
                VisitRecord.class.getName());
        line.setLoggerName(LOG.getName());
        line.putMdc("requestId", visit.requestId());
        line.putMdc("route", kind.route());
        line.putMdc("upstream", kind.upstream());
        line.putMdc("method", kind.method());
        line.putMdc("status", Integer.toString(kind.status()));
        line.putMdc("durationMicroseconds", Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos)));
        line.putMdc("requestBytes", Long.toString(context.request().bytesRead()));
        line.putMdc("responseBytes", Long.toString(context.response().bytesWritten()));
        Visitor visitor = visit.visitor();
        if (visitor != null) {
            line.putMdc("clinicId", visitor.clinicId());
            line.putMdc("subject", visitor.subject());
            line.putMdc("clientId", visitor.clientId());
        }
        if (visit.problem() != null) {
            line.putMdc("problem", visit.problem());
        }
        LOG.logRaw(line);
    }
}
