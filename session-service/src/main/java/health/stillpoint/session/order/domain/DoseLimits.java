package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of dosing and monitoring section 2 (docs/clinical-sources.md#dose-limits). */
public final class DoseLimits {

    /** Infusion at most this fast: 0.025 mg/kg/min (section 2, row IV). */
    static final BigDecimal FASTEST_INFUSION = new BigDecimal("0.025");
    /** Infusion at least this long: 40 min (section 2, row IV). */
    static final int SHORTEST_INFUSION_MINUTES = 40;
    /** Concentrations in use, mg/mL (section 2.1). */
    static final List<BigDecimal> CONCENTRATIONS = List.of(new BigDecimal("10"), new BigDecimal("50"), new BigDecimal("100"));
    /** 100 mg/mL must not be given intravenously undiluted (Ketalar label, section 2.1). */
    static final BigDecimal NEVER_UNDILUTED = new BigDecimal("100");
    /** Caps a patient may receive in seven days (P). */
    static final BigDecimal CAPS_IN_SEVEN_DAYS = new BigDecimal("5");
    /** Sublingual mg a patient may receive in 28 days (P). */
    static final BigDecimal SUBLINGUAL_IN_TWENTY_EIGHT_DAYS = new BigDecimal("3600");

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    private final Map<Route, RouteLimits> routes;

    private DoseLimits(Map<Route, RouteLimits> routes) {
        this.routes = routes;
    }

    public static DoseLimits standard() {
        Map<Route, RouteLimits> table = new EnumMap<>(Route.class);
        put(table, new RouteLimits(Route.SL, mg("2.0"), mg("4.0"), mg("6.0"), mg("450"), mg("25"),
                mg("1.0"), mg("100"), mg("0.5"), mg("50"), mg("1.5"), null, mg("100"), NINETY_DAYS));
        put(table, new RouteLimits(Route.IM, mg("0.50"), mg("1.00"), mg("1.5"), mg("130"), mg("1"),
                mg("0.5"), null, mg("0.25"), null, mg("1.5"), mg("0.25"), null, THIRTY_DAYS));
        put(table, new RouteLimits(Route.SC, mg("0.50"), mg("1.00"), mg("1.0"), mg("100"), mg("1"),
                mg("0.5"), null, mg("0.25"), null, null, mg("0.25"), null, THIRTY_DAYS));
        put(table, new RouteLimits(Route.IV, mg("0.35"), mg("0.60"), mg("1.0"), mg("100"), mg("1"),
                mg("0.5"), null, mg("0.25"), null, null, mg("0.25"), null, THIRTY_DAYS));
        put(table, new RouteLimits(Route.IN, mg("1.0"), mg("1.5"), mg("1.5"), mg("150"), mg("1"),
                null, mg("50"), null, mg("25"), null, null, mg("25"), THIRTY_DAYS));
        return new DoseLimits(table);
    }

    /** The same table with one route replaced, as a clinic's configuration does. */
    public DoseLimits with(RouteLimits limits) {
        Map<Route, RouteLimits> table = new EnumMap<>(routes);
        put(table, limits);
        return new DoseLimits(table);
    }

    public RouteLimits of(Route route) {
        return routes.get(route);
    }

    private static void put(Map<Route, RouteLimits> table, RouteLimits limits) {
        table.put(limits.route(), limits);
    }

    private static BigDecimal mg(String value) {
        return new BigDecimal(value);
    }
}
