package health.stillpoint.outcome.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.AnswersInvalid;
import health.stillpoint.outcome.instrument.domain.Band;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoreAlert;
import health.stillpoint.outcome.instrument.domain.ScoringEngine;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.instrument.domain.Verdict;
import health.stillpoint.outcome.instrument.persistence.CatalogueFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every instrument gives what a clinician reads in {@code cases/<CODE>.yaml}. */
class GoldenScoreCasesTest {

    private static final InstrumentCatalogue CATALOGUE = new CatalogueFile();

    @TestFactory
    Stream<DynamicContainer> scoresAsTheCasesSay() {
        return scorable().map(instrument -> DynamicContainer.dynamicContainer(
                instrument.code().value(),
                cases(instrument)
                        .map(given -> DynamicTest.dynamicTest(
                                given.required("name").asText(), () -> scoresAsSaid(instrument, given)))));
    }

    @TestFactory
    Stream<DynamicTest> coversBothEdgesOfEveryBand() {
        return scorable()
                .filter(instrument -> instrument.scoring().total().multiplier() == 1)
                .map(instrument -> DynamicTest.dynamicTest(instrument.code().value(), () -> {
                    Set<Integer> totals = cases(instrument)
                            .map(given -> given.path("then").path("total"))
                            .filter(JsonNode::isInt)
                            .map(JsonNode::intValue)
                            .collect(Collectors.toSet());
                    for (Variant variant : instrument.scoring().variants()) {
                        assertThat(totals).containsAll(edges(instrument.scoring().bandsFor(variant)));
                    }
                    assertThat(cases(instrument).count()).isGreaterThan(10);
                }));
    }

    private static List<Integer> edges(List<Band> bands) {
        return bands.stream().flatMap(band -> Stream.of(band.from(), band.to())).toList();
    }

    private static void scoresAsSaid(Instrument instrument, JsonNode given) {
        Variant variant = given.has("variant")
                ? new Variant(given.get("variant").asText())
                : instrument.scoring().defaultVariant();
        JsonNode then = given.required("then");
        if (then.has("invalid")) {
            AnswersInvalid refusal = catchThrowableOfType(
                    AnswersInvalid.class, () -> ScoringEngine.score(instrument, sheet(given.get("answers")), variant));
            assertThat(refusal.items()).isEqualTo(integers(then.get("invalid")));
            return;
        }
        Score score = ScoringEngine.score(instrument, sheet(given.get("answers")), variant);
        assertThat(score.status().name()).isEqualTo(then.get("status").asText());
        assertNumber("total", then.get("total"), score.total());
        if (given.has("change")) {
            changesAsSaid(instrument, given, score);
        } else {
            givesAsSaid(then, score);
        }
    }

    private static void givesAsSaid(JsonNode then, Score score) {
        assertThat(score.band().orElse(null)).isEqualTo(text(then.get("band")));
        assertVerdict("case", then.get("case"), score.caseness());
        assertVerdict("remission", then.get("remission"), score.remission());
        assertThat(score.alerts().stream().map(ScoreAlert::code)).containsExactlyElementsOf(texts(then.get("alerts")));
        assertThat(score.missingItems()).isEqualTo(integers(then.path("missing")));
        then.path("subscales").properties().forEach(subscale -> assertNumber(
                subscale.getKey(), subscale.getValue(), subscale(score, subscale.getKey())));
        then.path("derived").properties().forEach(derived -> assertThat(score.derived())
                .filteredOn(value -> value.code().equals(derived.getKey()))
                .singleElement()
                .satisfies(value -> assertThat(value.value()).isEqualTo(text(derived.getValue()))));
        then.path("atLeast").properties().forEach(derived -> assertThat(score.derived())
                .filteredOn(value -> value.code().equals(derived.getKey()))
                .singleElement()
                .satisfies(value -> assertThat(value.atLeast()).isEqualTo(text(derived.getValue()))));
        if (then.has("reported")) {
            assertThat(score.reported()).hasSize(then.get("reported").size());
            then.get("reported").properties().forEach(number -> assertNumber(
                    number.getKey(), number.getValue(), Optional.ofNullable(score.reported().get(number.getKey()))));
        }
    }

    private static void changesAsSaid(Instrument instrument, JsonNode given, Score score) {
        Score baseline = ScoringEngine.score(instrument, sheet(given.get("baseline")), score.variant());
        Change change = Change.between(instrument, baseline.asScoredTotal().orElseThrow(), score).orElseThrow();
        JsonNode then = given.get("change");
        assertNumber("improvement", then.get("improvement"), change.improvement());
        assertNumber("percent", then.get("percent"), change.percent());
        assertVerdict("response", then.get("response"), change.response());
        assertVerdict("remission", then.get("remission"), change.remission());
        assertThat(change.reliable().name()).isEqualTo(then.get("reliable").asText());
        assertVerdict("mcidMet", then.get("mcidMet"), change.minimalImportantDifferenceMet());
        assertVerdict("recovery", then.get("recovery"), change.recovery());
        assertVerdict("reliableRecovery", then.get("reliableRecovery"), change.reliableRecovery());
        assertThat(change.statuses().stream().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(texts(then.get("statuses")));
    }

    private static Optional<BigDecimal> subscale(Score score, String code) {
        return score.subscales().stream()
                .filter(subscale -> subscale.code().equals(code))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static void assertNumber(String what, JsonNode expected, Optional<BigDecimal> found) {
        if (expected.isNull()) {
            assertThat(found).as(what).isEmpty();
        } else {
            assertThat(found).as(what).hasValueSatisfying(
                    value -> assertThat(value).isEqualByComparingTo(expected.decimalValue()));
        }
    }

    private static void assertVerdict(String what, JsonNode expected, Verdict found) {
        assertThat(found.orNull()).as(what).isEqualTo(expected.isNull() ? null : expected.booleanValue());
    }

    private static AnswerSheet sheet(JsonNode answers) {
        List<Answer> sheet = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.isNull()) {
                sheet.add(Answer.MISSING);
            } else if (answer.isInt()) {
                sheet.add(Answer.of(answer.intValue()));
            } else {
                sheet.add("NA".equals(answer.asText()) ? Answer.NOT_APPLICABLE : Answer.MALFORMED);
            }
        }
        return new AnswerSheet(sheet);
    }

    private static List<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::intValue).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.asText();
    }

    private static Stream<Instrument> scorable() {
        return CATALOGUE.all().stream().filter(instrument -> instrument.rules().isPresent());
    }

    private static Stream<JsonNode> cases(Instrument instrument) {
        String file = "/cases/" + instrument.code() + ".yaml";
        try (InputStream resource = GoldenScoreCasesTest.class.getResourceAsStream(file)) {
            assertThat(resource).as(file).isNotNull();
            JsonNode cases = new YAMLMapper().readTree(resource).required("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
