package health.stillpoint.outcome.instrument.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.outcome.instrument.persistence.CatalogueFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every instrument and every sheet: each instrument is tried with many sheets, the same ones in each run. */
class ScoringPropertiesTest {

    private static final int SHEETS = 200;
    private static final List<Instrument> SCORABLE = new CatalogueFile()
            .all().stream().filter(instrument -> instrument.rules().isPresent()).toList();

    @ParameterizedTest
    @MethodSource("instruments")
    void aCompleteSheetHasATotalInRangeAndItsBand(Instrument instrument) {
        ScoringRules rules = instrument.scoring();

        assertThat(sheets(rules, 0)).allSatisfy(sheet -> {
            Score score = score(instrument, sheet);

            assertThat(score.total().orElseThrow()).isBetween(
                    BigDecimal.valueOf(rules.total().minimum()), BigDecimal.valueOf(rules.total().maximum()));
            assertThat(score.band().isPresent()).isEqualTo(!rules.bandsFor(rules.defaultVariant()).isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("sums")
    void aMissingAnswerNeverCountsAsZero(Instrument instrument) {
        ScoringRules rules = instrument.scoring();

        assertThat(sheets(rules, 0)).allSatisfy(complete -> {
            Score score = score(instrument, complete.with(1, Answer.MISSING));

            assertThat(score.missingItems()).containsExactly(1);
            assertThat(score.status()).isNotEqualTo(ScoreStatus.SCORED);
            score.total().ifPresent(total -> assertThat(total)
                    .isGreaterThanOrEqualTo(BigDecimal.valueOf(rules.total().minimum())));
        });
    }

    @ParameterizedTest
    @MethodSource("sums")
    void anAnswerOffTheScaleIsNamedAndNeverClamped(Instrument instrument) {
        ScoringRules rules = instrument.scoring();
        AnswerSheet complete = sheets(rules, 0).getFirst();

        assertThat(IntStream.rangeClosed(1, rules.itemCount()).boxed()).allSatisfy(item -> {
            AnswerSheet off = complete.with(item, Answer.of(rules.items().maximum() + 1));

            assertThat(catchThrowableOfType(AnswersInvalid.class, () -> score(instrument, off)).items()).containsExactly(item);
        });
    }

    @ParameterizedTest
    @MethodSource("sums")
    void changeMirrorsItselfWhenBaselineAndCurrentSwap(Instrument instrument) {
        assertThat(pairs(instrument)).allSatisfy(pair -> {
            Change there = change(instrument, pair.baseline(), pair.now());
            Change back = change(instrument, pair.now(), pair.baseline());

            assertThat(there.difference()).isEqualByComparingTo(back.difference().negate());
            assertThat(there.reliable() == ReliableChange.RELIABLE_IMPROVEMENT)
                    .isEqualTo(back.reliable() == ReliableChange.RELIABLE_DETERIORATION);
        });
    }

    @ParameterizedTest
    @MethodSource("sums")
    void nobodyRespondsAndDeterioratesAtOnce(Instrument instrument) {
        boolean absolute = instrument.scoring().response().orElse(null) instanceof ResponseRule.ByTotal;

        assertThat(pairs(instrument)).allSatisfy(pair -> {
            Change change = change(instrument, pair.baseline(), pair.now());

            if (!absolute && change.statuses().contains(OutcomeStatus.RESPONSE)) {
                assertThat(change.statuses()).doesNotContain(
                        OutcomeStatus.DETERIORATION, OutcomeStatus.NON_RESPONSE, OutcomeStatus.PARTIAL_RESPONSE);
            }
            assertThat(Collections.frequency(new ArrayList<>(change.statuses()), OutcomeStatus.DETERIORATION))
                    .isLessThanOrEqualTo(1);
        });
    }

    static Stream<Instrument> instruments() {
        return SCORABLE.stream();
    }

    static Stream<Instrument> sums() {
        return SCORABLE.stream().filter(instrument -> instrument.scoring().branching() == Branching.NONE);
    }

    private static Score score(Instrument instrument, AnswerSheet sheet) {
        return ScoringEngine.score(instrument, sheet, instrument.scoring().defaultVariant());
    }

    private static Change change(Instrument instrument, Score baseline, Score now) {
        return Change.between(instrument, baseline.asScoredTotal().orElseThrow(), now).orElseThrow();
    }

    private static List<Pair> pairs(Instrument instrument) {
        List<AnswerSheet> before = sheets(instrument.scoring(), 0);
        List<AnswerSheet> after = sheets(instrument.scoring(), SHEETS);
        return IntStream.range(0, SHEETS)
                .mapToObj(number -> new Pair(score(instrument, before.get(number)), score(instrument, after.get(number))))
                .toList();
    }

    /** Sheets with every question that is asked answered. */
    private static List<AnswerSheet> sheets(ScoringRules rules, long firstSeed) {
        return LongStream.range(firstSeed, firstSeed + SHEETS).mapToObj(seed -> complete(rules, seed)).toList();
    }

    /** The ladder of the C-SSRS is answered with no. */
    private static AnswerSheet complete(ScoringRules rules, long seed) {
        if (rules.branching() == Branching.CSSRS_SCREENER) {
            return AnswerSheet.of(Math.floorMod((int) seed, 2), 0, null, null, null, 0, null);
        }
        Random random = new Random(seed);
        return new AnswerSheet(IntStream.range(0, rules.itemCount())
                .mapToObj(_ -> Answer.of(random.nextInt(rules.items().minimum(), rules.items().maximum() + 1)))
                .toList());
    }

    private record Pair(Score baseline, Score now) {}
}
