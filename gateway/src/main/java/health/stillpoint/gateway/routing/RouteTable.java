package health.stillpoint.gateway.routing;

import static health.stillpoint.gateway.routing.Upstream.OUTCOME;
import static health.stillpoint.gateway.routing.Upstream.PATIENT;
import static health.stillpoint.gateway.routing.Upstream.SESSION;

import health.stillpoint.gateway.routing.Route.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which paths exist and who answers them: all of it, in one place. The first row that fits counts.
 *
 * <p>Every path below {@code /api/v1} needs a verified token; the other rows are public.
 */
public final class RouteTable {

    private static final List<Route> ROWS = Stream.concat(Stream.of(
            Route.own("journey", "/api/v1/patients/*/journey"),
            Route.own("sandbox-clock", "/api/v1/sandbox/clock"),
            Route.own("openapi", "/openapi.json"),
            Route.own("openapi", "/openapi.yaml"),
            Route.own("documentation", "/docs/**"),
            Route.own("documentation", "/"),

            Route.to(OUTCOME, "trajectory", "/api/v1/patients/*/trajectory"),
            Route.to(OUTCOME, "trajectory", "/api/v1/patients/*/trajectory.svg"),
            Route.to(OUTCOME, "patient-outcome", "/api/v1/patients/*/outcome"),
            Route.to(PATIENT, "patients", "/api/v1/patients/**"),
            Route.to(PATIENT, "referrals", "/api/v1/referrals/**"),
            Route.to(PATIENT, "practitioners", "/api/v1/practitioners/**"),
            Route.to(PATIENT, "clinic", "/api/v1/clinic"),
            Route.to(PATIENT, "consent-templates", "/api/v1/consent-templates/**"),

            Route.to(SESSION, "session-stream", "/api/v1/sessions/*/stream").paced(Pace.STREAM),
            Route.to(SESSION, "sessions", "/api/v1/sessions/**"),
            Route.to(SESSION, "courses", "/api/v1/courses/**"),
            Route.to(SESSION, "course-templates", "/api/v1/course-templates/**"),
            Route.to(SESSION, "availability", "/api/v1/availability/**"),
            Route.to(SESSION, "integration-tasks", "/api/v1/integration-tasks/**"),
            Route.to(SESSION, "holds", "/api/v1/holds/**"),
            Route.to(SESSION, "ledger", "/api/v1/ledger/**"),

            Route.to(OUTCOME, "instruments", "/api/v1/instruments/**"),
            Route.to(OUTCOME, "assessments", "/api/v1/assessments/**"),
            Route.to(OUTCOME, "responses", "/api/v1/responses/**"),
            Route.to(OUTCOME, "safety-alerts", "/api/v1/safety-alerts/**"),
            Route.to(OUTCOME, "cohorts", "/api/v1/cohorts/**").paced(Pace.SLOW),
            Route.to(OUTCOME, "exports", "/api/v1/exports/**").paced(Pace.SLOW)),
            Stream.of(Upstream.values()).map(RouteTable::auditTrail)).toList();

    private static final Map<String, List<Pattern>> BY_RESOURCE = ROWS.stream().map(Pattern::of)
            .collect(Collectors.groupingBy(pattern -> resource(pattern.fixed())));

    private RouteTable() {
    }

    /** Each service has its own trail at the same path; outside, the service's name tells them apart. */
    private static Route auditTrail(Upstream upstream) {
        String outside = "/api/v1/" + upstream.serviceName() + "/audit-events";
        return Route.to(upstream, "audit-events", outside + "/**").replacing(outside, "/api/v1/audit-events");
    }

    /** All rows, in the order in which they are asked. */
    public static List<Route> rows() {
        return ROWS;
    }

    /** The row for a plain path ({@link RequestPath#isPlain}), if that path exists. */
    public static Optional<Route> match(String path) {
        List<String> segments = RequestPath.segments(path);
        for (Pattern pattern : BY_RESOURCE.getOrDefault(resource(segments), List.of())) {
            if (pattern.fits(segments)) {
                return Optional.of(pattern.row());
            }
        }
        return Optional.empty();
    }

    /** The path outside for a path of a service's own document, if the gateway leads there. */
    public static Optional<String> outside(Upstream upstream, String inside) {
        String sample = inside.replaceAll("\\{[^/}]*}", "x");
        List<String> candidates = new ArrayList<>();
        ROWS.stream()
                .filter(row -> row.upstream().filter(upstream::equals).isPresent())
                .filter(row -> row.replacement().map(it -> beginsWith(inside, it.inside())).orElse(true))
                .filter(row -> row == match(row.outside(sample)).orElse(null))
                .forEach(row -> candidates.add(row.outside(inside)));
        return candidates.stream().findFirst();
    }

    private static boolean beginsWith(String path, String beginning) {
        return path.equals(beginning) || path.startsWith(beginning + "/");
    }

    /** The segment by which rows are found quickly: the one after {@code /api/v1}, else the first. */
    private static String resource(List<String> segments) {
        boolean api = segments.size() > 2 && segments.get(0).equals("api") && segments.get(1).equals("v1");
        return api ? segments.get(2) : segments.isEmpty() ? "" : segments.getFirst();
    }

    /** A row's pattern cut into segments once. */
    private record Pattern(Route row, List<String> fixed, boolean open) {

        static Pattern of(Route row) {
            List<String> segments = RequestPath.segments(row.pattern());
            boolean open = !segments.isEmpty() && segments.getLast().equals("**");
            return new Pattern(row, open ? segments.subList(0, segments.size() - 1) : segments, open);
        }

        boolean fits(List<String> segments) {
            if (segments.size() < fixed.size() || !open && segments.size() != fixed.size()) {
                return false;
            }
            for (int i = 0; i < fixed.size(); i++) {
                if (!fixed.get(i).equals("*") && !fixed.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
