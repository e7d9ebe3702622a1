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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
    }

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
        assertThat(QueryNames.of(method("list"))).containsExactly("color", "cursor", "limit", "since", "state", "town");
    }

    @Test
    void refusesEveryNameThatTheMethodDoesNotTake() {
        Problem refusal = refusal(Set.of("state", "colour", "Cursor"), QueryNames.of(method("list")));

        assertThat(refusal.getStatus()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo("unknown-parameter");
        assertThat(refusal.getViolations()).extracting(Violation::field).containsExactly("Cursor", "colour");
        assertThat(refusal.getDetail()).isEqualTo("This operation takes color, cursor, limit, since, state, town.");
    }

    @Test
    void refusesAnyNameWhereTheMethodTakesNone() {
        assertThat(refusal(Set.of("limit"), QueryNames.of(method("read"))).getDetail()).isEqualTo("This operation takes none.");
    }

    @Test
    void passesWhatTheMethodTakes() {
        assertThatCode(() -> KnownQuery.requireKnown(Set.of("state", "limit"), QueryNames.of(method("list"))))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotRepeatWhatCannotBeAName() {
        Problem refusal = refusal(Set.of("Zoë 1990-01-02", ""), new TreeSet<>());

        assertThat(refusal.getViolations()).extracting(Violation::field).containsExactly("?", "?");
        assertThat(refusal.getDetail()).doesNotContain("1990");
    }

    private static Problem refusal(Set<String> sent, SortedSet<String> known) {
        return catchThrowableOfType(ProblemException.class, () -> KnownQuery.requireKnown(sent, known)).problem();
    }

    private static Method method(String name) {
        return Stream.of(Things.class.getDeclaredMethods()).filter(it -> it.getName().equals(name)).findFirst().orElseThrow();
    }
}
