package health.stillpoint.outcome.instrument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.instrument.persistence.CatalogueFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every instrument and every sheet. */
class ScoringPropertiesTest {

    private static final List<Instrument> SCORABLE = new CatalogueFile()
            .all().stream().filter(instrument -> instrument.rules().isPresent()).toList();

    @Property
    void aCompleteSheetHasATotalInRangeAndItsBand(@ForAll("instruments") Instrument instrument, @ForAll long seed) {
        ScoringRules rules = instrument.scoring();

        Score score = ScoringEngine.score(instrument, complete(rules, seed), rules.defaultVariant());

        BigDecimal total = score.total().orElseThrow();
        assertThat(total).isBetween(
                BigDecimal.valueOf(rules.total().minimum()), BigDecimal.valueOf(rules.total().maximum()));
        assertThat(score.band().isPresent()).isEqualTo(!rules.bandsFor(rules.defaultVariant()).isEmpty());
    }

    @Property
    void aMissingAnswerNeverCountsAsZero(@ForAll("sums") Instrument instrument, @ForAll long seed) {
        ScoringRules rules = instrument.scoring();
        AnswerSheet complete = complete(rules, seed);
        AnswerSheet gap = complete.with(1, Answer.MISSING);

        Score score = ScoringEngine.score(instrument, gap, rules.defaultVariant());

        assertThat(score.missingItems()).containsExactly(1);
        assertThat(score.status()).isNotEqualTo(ScoreStatus.SCORED);
        score.total().ifPresent(total -> assertThat(total)
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(rules.total().minimum())));
    }

    @Property
    void anAnswerOffTheScaleIsNamedAndNeverClamped(@ForAll("sums") Instrument instrument, @ForAll long seed) {
        ScoringRules rules = instrument.scoring();
        int item = 1 + new Random(seed).nextInt(rules.itemCount());
        AnswerSheet off = complete(rules, seed).with(item, Answer.of(rules.items().maximum() + 1));

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        AnswersInvalid.class, () -> ScoringEngine.score(instrument, off, rules.defaultVariant()))
                .items()).containsExactly(item);
    }

    @Property
    void changeMirrorsItselfWhenBaselineAndCurrentSwap(
            @ForAll("sums") Instrument instrument, @ForAll long first, @ForAll long second) {
        ScoringRules rules = instrument.scoring();
        Score one = ScoringEngine.score(instrument, complete(rules, first), rules.defaultVariant());
        Score other = ScoringEngine.score(instrument, complete(rules, second), rules.defaultVariant());

        Change there = Change.between(instrument, one.asScoredTotal().orElseThrow(), other).orElseThrow();
        Change back = Change.between(instrument, other.asScoredTotal().orElseThrow(), one).orElseThrow();

        assertThat(there.difference()).isEqualByComparingTo(back.difference().negate());
        assertThat(there.reliable() == ReliableChange.RELIABLE_IMPROVEMENT)
                .isEqualTo(back.reliable() == ReliableChange.RELIABLE_DETERIORATION);
    }

    @Property
    void nobodyRespondsAndDeterioratesAtOnce(
            @ForAll("sums") Instrument instrument, @ForAll long first, @ForAll long second) {
        ScoringRules rules = instrument.scoring();
        Score baseline = ScoringEngine.score(instrument, complete(rules, first), rules.defaultVariant());
        Score now = ScoringEngine.score(instrument, complete(rules, second), rules.defaultVariant());

        Change change = Change.between(instrument, baseline.asScoredTotal().orElseThrow(), now).orElseThrow();

        boolean absolute = rules.response().orElse(null) instanceof ResponseRule.ByTotal;
        if (!absolute && change.statuses().contains(OutcomeStatus.RESPONSE)) {
            assertThat(change.statuses()).doesNotContain(
                    OutcomeStatus.DETERIORATION, OutcomeStatus.NON_RESPONSE, OutcomeStatus.PARTIAL_RESPONSE);
        }
        assertThat(Collections.frequency(new ArrayList<>(change.statuses()), OutcomeStatus.DETERIORATION))
                .isLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<Instrument> instruments() {
        return Arbitraries.of(SCORABLE);
    }

    @Provide
    Arbitrary<Instrument> sums() {
        return Arbitraries.of(SCORABLE.stream()
                .filter(instrument -> instrument.scoring().branching() == Branching.NONE)
                .toList());
    }

    /** A sheet with every question that is asked answered; the ladder of the C-SSRS is answered with no. */
    private static AnswerSheet complete(ScoringRules rules, long seed) {
        if (rules.branching() == Branching.CSSRS_SCREENER) {
            return AnswerSheet.of(Math.floorMod((int) seed, 2), 0, null, null, null, 0, null);
        }
        Random random = new Random(seed);
        return new AnswerSheet(IntStream.range(0, rules.itemCount())
                .mapToObj(_ -> Answer.of(random.nextInt(rules.items().minimum(), rules.items().maximum() + 1)))
                .toList());
    }
}
