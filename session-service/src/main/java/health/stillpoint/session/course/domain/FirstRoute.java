package health.stillpoint.session.course.domain;

import java.util.Set;

/**
 * The route a patient's first dose may not take: no needle or line with injection phobia, unless the patient asked for it at
 * intake (programme section 2.1). No override exists; later doses may be injected.
 */
public final class FirstRoute {

    /** Condition of the candidacy decision, as patient-service names it. */
    static final String CONDITION = "FIRST_ROUTE_NOT_INJECTED";

    private FirstRoute() {
    }

    public static boolean excludes(Set<String> codes, Route route, boolean firstDose) {
        return firstDose && route.parenteral() && codes.contains(CONDITION);
    }
}
