package health.stillpoint.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedCursorsTest {

    @Test
    void knowTheListHoweverItsFiltersAreOrdered() {
        assertThat(list(Map.of("risk", List.of("b", "a"), "open", List.of("true"))))
                .isEqualTo(list(Map.of("open", List.of("true"), "risk", List.of("a", "b"))));
    }

    @Test
    void knowTheListWhereverInItTheCallerIs() {
        assertThat(list(Map.of("risk", List.of("a"), "cursor", List.of("x"), "limit", List.of("2")))).isEqualTo(list(Map.of("risk", List.of("a"))));
    }

    @Test
    void tellListsWithOtherFiltersApart() {
        String[] one = list(Map.of("risk", List.of("a", "b")));

        assertThat(List.of(list(Map.of("risk", List.of("a"))), list(Map.of("risk", List.of("a", "c"))),
                list(Map.of("risk", List.of("a"), "b", List.of("b"))))).doesNotContain(one);
    }

    private static String[] list(Map<String, List<String>> query) {
        return SignedCursors.list("note.list", "/api/v1/notes", query);
    }
}
