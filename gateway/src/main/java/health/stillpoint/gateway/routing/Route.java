package health.stillpoint.gateway.routing;

import java.util.Optional;

/**
 * One row of the route table.
 *
 * @param name stable name for metrics, logs and timeouts
 * @param pattern path; {@code *} is one segment, a last {@code **} any number of them, none too
 * @param upstream who answers; empty when the gateway does
 * @param pace how long an answer may take
 * @param replacement what stands for the pattern's fixed beginning at the service; empty when nothing changes
 */
public record Route(String name, String pattern, Optional<Upstream> upstream, Pace pace,
        Optional<Replacement> replacement) {

    /** How long an answer may take; the durations are configuration. */
    public enum Pace {
        /** Most calls. */
        ORDINARY,
        /** Cohort queries and exports. */
        SLOW,
        /** Server-sent events: the head comes soon, the body does not end. */
        STREAM
    }

    /** A path's beginning at the gateway and at the service. */
    public record Replacement(String outside, String inside) {
    }

    static Route to(Upstream upstream, String name, String pattern) {
        return new Route(name, pattern, Optional.of(upstream), Pace.ORDINARY, Optional.empty());
    }

    static Route own(String name, String pattern) {
        return new Route(name, pattern, Optional.empty(), Pace.ORDINARY, Optional.empty());
    }

    Route paced(Pace other) {
        return new Route(name, pattern, upstream, other, replacement);
    }

    Route replacing(String outside, String inside) {
        return new Route(name, pattern, upstream, pace, Optional.of(new Replacement(outside, inside)));
    }

    /** The path and query that the service gets for the caller's. */
    public String inside(String uri) {
        return replacement.map(it -> it.inside() + uri.substring(it.outside().length())).orElse(uri);
    }

    /** The path in the gateway's document for a path of the service's own. */
    public String outside(String path) {
        return replacement.map(it -> it.outside() + path.substring(it.inside().length())).orElse(path);
    }
}
