package health.stillpoint.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Violation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class KnownQueryTest {

    /** What a resource method may look like. */
    static class Things {

        void list(@RestQuery String cursor, @RestQuery("state") String only, @QueryParam("since") String from,
                @BeanParam Wanted wanted, @RestPath String id, @HeaderParam("If-Match") String version, String body) { }

        void read(@RestPath String id) { }

        void find(@RestQuery List<Kind> shapes, @RestQuery int limit, @RestQuery Boolean open) { }
    }

    enum Kind { ROUND, SQUARE }

    static class Paged {
        @RestQuery
        Integer limit;
    }

    static class Wanted extends Paged {
        @QueryParam("color")
        String shade;
        @BeanParam
        Place place;
        String nothing;
    }

    record Place(@RestQuery String town) { }

    @Test
    void takesTheNamesFromTheMethodAndItsBeans() {
        assertThat(QueryParameters.of(method("list")).types().keySet()).containsExactly("color", "cursor", "limit", "since", "state", "town");
    }

    @Test
    void refusesEveryNameThatTheMethodDoesNotTake() {
        Problem refusal = refusal(Set.of("state", "colour", "Cursor"), QueryParameters.of(method("list")).types().keySet());

        assertThat(refusal.getStatus()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo("unknown-parameter");
        assertThat(refusal.getViolations()).extracting(Violation::field).containsExactly("Cursor", "colour");
        assertThat(refusal.getDetail()).isEqualTo("This operation takes color, cursor, limit, since, state, town.");
    }

    @Test
    void refusesAnyNameWhereTheMethodTakesNone() {
        assertThat(refusal(Set.of("limit"), QueryParameters.of(method("read")).types().keySet()).getDetail()).isEqualTo("This operation takes none.");
    }

    @Test
    void passesWhatTheMethodTakes() {
        assertThatCode(() -> KnownQuery.requireKnown(Set.of("state", "limit"), QueryParameters.of(method("list")).types().keySet()))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotRepeatWhatCannotBeAName() {
        Problem refusal = refusal(Set.of("Zoë 1990-01-02", ""), Set.of());

        assertThat(refusal.getViolations()).extracting(Violation::field).containsExactly("?", "?");
        assertThat(refusal.getDetail()).doesNotContain("1990");
    }

    @Test
    void refusesValuesItCannotReadAndSaysWhatItCould() {
        Map<String, Class<?>> types = Map.of("kind", Kind.class, "limit", Integer.class, "open", boolean.class, "text", String.class,
                "patientId", UUID.class, "on", LocalDate.class, "at", Instant.class);

        Problem refusal = catchThrowableOfType(ProblemException.class, () -> KnownQuery.requireReadable(Map.of("kind", List.of("ROUND", "oval"),
                "limit", List.of("ten"), "open", List.of("yes"), "text", List.of("yes"), "patientId", List.of("7"), "on", List.of("today"),
                "at", List.of("2026-03-31")), types)).problem();

        assertThat(refusal.getStatus()).isEqualTo(400);
        assertThat(refusal.getViolations()).containsExactly(
                new Violation("at", "query", "must be a time with its zone such as 2026-03-31T09:30:00Z"),
                new Violation("kind", "query", "must be one of ROUND, SQUARE"),
                new Violation("limit", "query", "must be a whole number"),
                new Violation("on", "query", "must be a date such as 2026-03-31"),
                new Violation("open", "query", "must be true or false"),
                new Violation("patientId", "query", "must be a UUID"));
    }

    @Test
    void passesValuesItCanRead() {
        assertThatCode(() -> KnownQuery.requireReadable(
                Map.of("shapes", List.of("ROUND", "SQUARE"), "limit", List.of("10"), "open", List.of("true")),
                QueryParameters.of(method("find")).types())).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsSaidTwiceOrEmptyUnlessItMayBe() {
        Set<String> repeatable = QueryParameters.of(method("find")).repeatable();

        assertThat(repeatable).containsExactly("shapes");
        assertThat(unusable(Map.of("limit", List.of("1", "2")), repeatable)).isEqualTo(new Violation("limit", "query", "must be said once"));
        assertThat(unusable(Map.of("shapes", List.of("ROUND", " ")), repeatable))
                .isEqualTo(new Violation("shapes", "query", "must not be empty"));
        assertThatCode(() -> ListFilters.requireUsable(
                Map.of("shapes", List.of("ROUND", "SQUARE"), "cursor", List.of("")), repeatable)).doesNotThrowAnyException();
    }

    private static Violation unusable(Map<String, List<String>> sent, Set<String> repeatable) {
        Problem refusal = catchThrowableOfType(ProblemException.class, () -> ListFilters.requireUsable(sent, repeatable)).problem();
        assertThat(refusal.getCode()).isEqualTo("unusable-filter");
        return refusal.getViolations().getFirst();
    }

    private static Problem refusal(Set<String> sent, Set<String> known) {
        return catchThrowableOfType(ProblemException.class, () -> KnownQuery.requireKnown(sent, known)).problem();
    }

    private static Method method(String name) {
        return Stream.of(Things.class.getDeclaredMethods()).filter(it -> it.getName().equals(name)).findFirst().orElseThrow();
    }
}
