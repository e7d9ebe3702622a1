package health.stillpoint.patient.modality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.modality.domain.ModalityInputs.Dissociation;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModalityPolicyTest {

    private static final ModalityPolicy POLICY = new ModalityPolicy(Limits.MODALITY);
    private static final JsonNode QUIET = Cases.read("modality-quiet.yaml");

    static List<Case> cases() {
        return Cases.of("modality");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void recommendsWhatTheTableSays(Case c) {
        Recommendation recommendation = POLICY.recommend(inputs(c.given()));

        JsonNode then = c.then();
        if (then.has("order")) {
            assertThat(names(recommendation.order())).isEqualTo(Cases.texts(then.get("order")));
        }
        if (then.has("active")) {
            assertThat(names(recommendation.active(Limits.MODALITY.activeAtMost()))).isEqualTo(Cases.texts(then.get("active")));
        }
        if (then.has("targets")) {
            assertThat(names(recommendation.of(Modality.EXPOSURE).targets()))
                    .containsExactlyInAnyOrderElementsOf(Cases.texts(then.get("targets")));
        }
        then.path("silent").forEach(modality -> assertThat(of(recommendation, modality.asText()).hasReasons())
                .as(modality.asText()).isFalse());
        then.path("score").fieldNames().forEachRemaining(modality -> assertThat(of(recommendation, modality).score())
                .as(modality).isEqualTo(then.get("score").get(modality).asInt()));
        then.path("reasons").fieldNames().forEachRemaining(modality -> assertThat(names(of(recommendation, modality).reasons()))
                .as(modality).isEqualTo(Cases.texts(then.get("reasons").get(modality))));
        then.path("blocks").fieldNames().forEachRemaining(modality -> assertThat(names(of(recommendation, modality).blocks()))
                .as(modality).isEqualTo(Cases.texts(then.get("blocks").get(modality))));
        then.path("cautions").fieldNames().forEachRemaining(modality -> assertThat(names(of(recommendation, modality).cautions()))
                .as(modality).isEqualTo(Cases.texts(then.get("cautions").get(modality))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void listsEveryModalityOnce(Case c) {
        assertThat(POLICY.recommend(inputs(c.given())).suggestions()).extracting(Suggestion::modality)
                .containsExactlyInAnyOrder(Modality.values());
    }

    /** Every modality, reason, block and caution happens in some case and is absent from another. */
    @Test
    void hasACaseForEveryRowFiringAndNotFiring() {
        List<Object> seen = new ArrayList<>();
        List<Object> missing = new ArrayList<>();
        for (Case c : cases()) {
            List<Object> said = POLICY.recommend(inputs(c.given())).suggestions().stream()
                    .flatMap(suggestion -> Stream.of(
                                    suggestion.hasReasons() ? List.of(suggestion.modality()) : List.of(),
                                    suggestion.reasons(), suggestion.blocks(), conditional(suggestion))
                            .flatMap(Collection::stream))
                    .map(Object.class::cast)
                    .toList();
            seen.addAll(said);
            rows().filter(row -> !said.contains(row)).forEach(missing::add);
        }

        assertThat(rows()).allMatch(seen::contains).allMatch(missing::contains);
    }

    private static Stream<Object> rows() {
        return Stream.of(Modality.values(), Suggestion.Reason.values(), Suggestion.Block.values(),
                        new Object[] {Suggestion.Caution.NO_HYPERVENTILATION_BREATHWORK})
                .flatMap(Stream::of);
    }

    private static List<Suggestion.Caution> conditional(Suggestion suggestion) {
        return suggestion.modality() == Modality.SOMATIC ? suggestion.cautions() : List.of();
    }

    private static ModalityInputs inputs(JsonNode given) {
        JsonNode person = Cases.over(QUIET, given);
        return new ModalityInputs(Person.intake(person), total(given, "pswq"), total(given, "bai"), total(given, "pcl5"),
                given.has("improvement") ? given.get("improvement").decimalValue() : null,
                Dissociation.valueOf(given.path("dissociation").asText("ABSENT")),
                given.path("risk").asText().equals("UNKNOWN")
                        ? null
                        : SuicideRisk.valueOf(given.path("risk").asText("NONE")),
                given.path("stabilized").asBoolean(true));
    }

    private static Integer total(JsonNode given, String instrument) {
        return given.has(instrument) ? given.get(instrument).asInt() : null;
    }

    private static Suggestion of(Recommendation recommendation, String modality) {
        return recommendation.of(Modality.valueOf(modality));
    }

    private static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toList();
    }
}
