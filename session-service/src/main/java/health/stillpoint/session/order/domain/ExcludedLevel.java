package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.util.Set;

/**
 * The level that a candidacy decision excludes: untreated sleep apnea forbids the psychedelic one by IM and IV
 * (programme section 4, row AIRWAY). No override exists.
 */
public final class ExcludedLevel {

    /** Condition of the decision, as patient-service names it. */
    static final String CONDITION = "NO_PSYCHEDELIC_LEVEL_IM_IV";

    private ExcludedLevel() {
    }

    public static boolean excludes(Set<String> codes, Route route, DoseLevel level) {
        return codes.contains(CONDITION) && level == DoseLevel.PSYCHEDELIC && (route == Route.IM || route == Route.IV);
    }
}
