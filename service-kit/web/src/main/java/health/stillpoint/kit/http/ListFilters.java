package health.stillpoint.kit.http;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Filters of a list that cannot be used are refused: they must not mean "everything". */
public final class ListFilters {

    private static final String CURSOR = "cursor";

    private ListFilters() { }

    /**
     * Each parameter is said once, and not empty; a cursor may be, for the first page.
     *
     * @param repeatable names that may be said several times
     */
    static void requireUsable(Map<String, List<String>> sent, Set<String> repeatable) {
        sent.forEach((name, values) -> {
            if (values.size() > 1 && !repeatable.contains(name)) {
                throw unusable(name, "must be said once");
            }
            if (!name.equals(CURSOR) && values.stream().anyMatch(String::isBlank)) {
                throw unusable(name, "must not be empty");
            }
        });
    }

    /** What one filter of a list cannot mean, in words for the caller that do not repeat it. */
    public static ProblemException unusable(String name, String why) {
        return Problem.of(400, "unusable-filter", "A filter cannot be used")
                .violations(List.of(new Violation(name, "query", why))).toException();
    }
}
