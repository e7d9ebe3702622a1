package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.bench.RawRecipe.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RawRecipeTest {

    private static final String MADE = "0197a000-0000-7000-8000-000000000001";
    private static final String CLINIC = "0197a000-0000-7000-8000-0000000000bb";
    private static final String GIVEN = "0197a000-0000-7000-8000-000000000002";
    private static final List<RowChange.Column> COLUMNS = List.of(
            new RowChange.Column("id", "uuid"), new RowChange.Column("clinic_id", "uuid"),
            new RowChange.Column("mrn", "text"), new RowChange.Column("note", "text"));

    @Test
    void makesIdsAndUniqueTextsAnewAndKeepsTheRest() {
        RawRecipe recipe = RawRecipe.of(List.of(insert("patient", MADE, CLINIC, "A-123", "x")), null);

        assertThat(recipe.steps().getFirst().rows().getFirst()).containsExactly(
                new Parameter.NewId(0), new Parameter.Fixed(CLINIC), new Parameter.NewText(5), new Parameter.Fixed("x"));
        assertThat(recipe.steps().getFirst().sql())
                .isEqualTo("insert into \"patient\" (\"id\", \"clinic_id\", \"mrn\", \"note\") values (?, ?, ?, ?)");
    }

    @Test
    void usesOneNewIdWhereverTheOldOneStood() {
        RowChange audit = new RowChange("audit", List.of(new RowChange.Column("event_id", "uuid"), new RowChange.Column("about_id", "uuid")),
                null, List.of(GIVEN, MADE));

        RawRecipe recipe = RawRecipe.of(List.of(insert("patient", MADE, CLINIC, "A", null), audit), null);

        assertThat(recipe.slots()).isEqualTo(2);
        assertThat(recipe.steps().getLast().rows().getFirst()).containsExactly(new Parameter.NewId(1), new Parameter.NewId(0));
    }

    @Test
    void namesTheRecordItIsAbout() {
        RowChange update = new RowChange("session", COLUMNS, Arrays.asList(GIVEN, CLINIC, "A", null), Arrays.asList(GIVEN, CLINIC, "A", "new"));

        RawRecipe recipe = RawRecipe.of(List.of(update), UUID.fromString(GIVEN));

        assertThat(recipe.steps().getFirst().sql()).isEqualTo("update \"session\" set \"note\" = ? where clinic_id = ? and id = ?");
        assertThat(recipe.steps().getFirst().rows().getFirst())
                .containsExactly(new Parameter.Fixed("new"), new Parameter.Fixed(CLINIC), new Parameter.GivenId());
    }

    @Test
    void writesRowsOfOneTableTogether() {
        RawRecipe recipe = RawRecipe.of(List.of(
                insert("vital_sign", MADE, CLINIC, "A", "1"), insert("vital_sign", GIVEN, CLINIC, "B", "2")), null);

        assertThat(recipe.steps()).hasSize(1);
        assertThat(recipe.rows()).isEqualTo(2);
    }

    private static RowChange insert(String relation, String... values) {
        return new RowChange(relation, COLUMNS, null, Arrays.asList(values));
    }
}
