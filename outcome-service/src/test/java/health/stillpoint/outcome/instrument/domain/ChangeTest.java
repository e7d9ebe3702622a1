package health.stillpoint.outcome.instrument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.instrument.persistence.CatalogueFile;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    private static final InstrumentCatalogue CATALOGUE = new CatalogueFile();

    @ParameterizedTest(name = "LSAS-SR from 100 to {0}: 28 % {1}, above 35 % {2}, 50 % {3}")
    @CsvSource({"73, NO, NO, NO", "72, YES, NO, NO", "65, YES, NO, NO", "64, YES, YES, NO", "50, YES, YES, YES"})
    void reportsTheResponseRulesOfOtherAuthorsBesideTheMainOne(int now, Verdict main, Verdict taylor, Verdict half) {
        // When
        Change change = change("LSAS_SR", sheetOf(48, 3, 100), sheetOf(48, 3, now));

        // Then
        assertThat(change.response()).isEqualTo(main);
        assertThat(change.responseAlternatives())
                .containsExactly(new Change.NamedVerdict("TAYLOR2018", taylor), new Change.NamedVerdict("STRINGENT", half));
    }

    @Test
    void carriesTheFlagOfAProratedBaseline() {
        // Given
        AnswerSheet baseline = AnswerSheet.of(3, 3, 3, 3, 3, 3, null);

        // When
        Change change = change("GAD7", baseline, AnswerSheet.of(1, 1, 1, 0, 0, 0, 0));

        // Then
        assertThat(change.baseline().prorated()).isTrue();
        assertThat(change.baseline().total()).isEqualByComparingTo("21");
    }

    @Test
    void computesNoPercentFromTheBestPossibleBaseline() {
        // When
        Change change = change("PSWQ", pswqOf(1), pswqOf(5));

        // Then: the lowest PSWQ total is 16, so nothing could be gained
        assertThat(change.percent()).isEmpty();
        assertThat(change.response()).isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void measuresPercentFromTheLowestPossibleTotal() {
        // When: PSWQ 80 to 48 is half of the distance above 16
        Change change = change("PSWQ", pswqOf(5), pswqOf(3));

        // Then
        assertThat(change.percent()).contains(new BigDecimal("50.00"));
        assertThat(change.response()).isEqualTo(Verdict.YES);
    }

    @Test
    void saysNothingAboutImprovementOnNeutralInstruments() {
        // When
        Change change = change("RASS", AnswerSheet.of(-3), AnswerSheet.of(0));

        // Then
        assertThat(change.improvement()).isEmpty();
        assertThat(change.difference()).isEqualByComparingTo("3");
        assertThat(change.statuses()).isEmpty();
    }

    @Test
    void needsATotalToCompare() {
        // Given
        Instrument gad7 = CATALOGUE.withCode(new InstrumentCode("GAD7"));
        ScoredTotal baseline = new ScoredTotal(BigDecimal.TEN, false, Verdict.YES);

        // When
        Score incomplete = ScoringEngine.score(gad7, AnswerSheet.of(1, null, null, null, 1, 1, 1), Variant.STANDARD);

        // Then
        assertThat(Change.between(gad7, baseline, incomplete)).isEmpty();
    }

    private static Change change(String code, AnswerSheet baseline, AnswerSheet now) {
        Instrument instrument = CATALOGUE.withCode(new InstrumentCode(code));
        Variant variant = instrument.scoring().defaultVariant();
        ScoredTotal before = ScoringEngine.score(instrument, baseline, variant).asScoredTotal().orElseThrow();
        return Change.between(instrument, before, ScoringEngine.score(instrument, now, variant)).orElseThrow();
    }

    /** A sheet whose items are filled from the first one on until the sum is reached. */
    private static AnswerSheet sheetOf(int items, int highest, int sum) {
        Integer[] answers = new Integer[items];
        int rest = sum;
        for (int i = 0; i < items; i++) {
            answers[i] = Math.min(highest, rest);
            rest -= answers[i];
        }
        return AnswerSheet.of(answers);
    }

    /** Every item worried about this much, the reversed ones answered from the other end. */
    private static AnswerSheet pswqOf(int worry) {
        Integer[] answers = new Integer[16];
        Arrays.fill(answers, worry);
        for (int reversed : new int[] {1, 3, 8, 10, 11}) {
            answers[reversed - 1] = 6 - worry;
        }
        return AnswerSheet.of(answers);
    }
}
