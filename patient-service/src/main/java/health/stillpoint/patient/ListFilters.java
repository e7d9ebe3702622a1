package health.stillpoint.patient;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Violation;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** Filters of a list that cannot be used are refused: they must not mean "everything". */
public final class ListFilters {

    private ListFilters() { }

    /** Each filter is said once, and not empty. */
    public static void requireUsable(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                throw unusable(name, "must be said once");
            }
            if (!name.equals("cursor") && values.getFirst().isBlank()) {
                throw unusable(name, "must not be empty");
            }
        });
    }

    public static ProblemException unusable(String name, String why) {
        return Problem.of(400, "unusable-filter", "A filter cannot be used")
                .violations(List.of(new Violation(name, "query", why))).toException();
    }
}
