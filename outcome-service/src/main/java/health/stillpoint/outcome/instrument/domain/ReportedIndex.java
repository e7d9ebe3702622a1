package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A further number the catalogue asks to report beside the total ({@code also_report}). */
public sealed interface ReportedIndex {

    /** Name of the number. */
    String code();

    /** {@code total * factor / divisor}, two decimals: composite, average, percent. */
    record TotalShare(String code, int factor, int divisor) implements ReportedIndex {}

    /** Sum of the answered items when item 1 is NA (WSAS {@code raw4}). */
    record RawSumWithoutItem(String code, int notApplicableItem) implements ReportedIndex {}

    /** Mean of the other items when item 1 is NA (SDS), two decimals. */
    record MeanWithoutItem(String code, int notApplicableItem) implements ReportedIndex {}

    /** One item reported alone (PIS item 7). */
    record SingleItem(String code, int item) implements ReportedIndex {}

    /** The number, if these answers give it. */
    default Optional<BigDecimal> of(Optional<BigDecimal> total, AnswerSheet answers) {
        return switch (this) {
            case TotalShare(_, int factor, int divisor) -> total.map(value -> value.multiply(BigDecimal.valueOf(factor))
                    .divide(BigDecimal.valueOf(divisor), 2, RoundingMode.HALF_UP));
            case RawSumWithoutItem(_, int item) -> othersOf(answers, item)
                    .map(values -> BigDecimal.valueOf(values.stream().mapToLong(Integer::longValue).sum()));
            case MeanWithoutItem(_, int item) -> othersOf(answers, item)
                    .map(values -> Statistic.MEAN.of(
                            values.stream().mapToLong(Integer::longValue).sum(), values.size(), values.size()));
            case SingleItem(_, int item) -> answers.given(item).isPresent()
                    ? Optional.of(BigDecimal.valueOf(answers.given(item).getAsInt()))
                    : Optional.empty();
        };
    }

    private static Optional<List<Integer>> othersOf(AnswerSheet answers, int notApplicableItem) {
        if (!(answers.to(notApplicableItem) instanceof Answer.NotApplicable)) {
            return Optional.empty();
        }
        List<Integer> values = answers.all().stream()
                .filter(Answer.Given.class::isInstance)
                .map(answer -> ((Answer.Given) answer).value())
                .toList();
        return values.size() == answers.count() - 1 ? Optional.of(values) : Optional.empty();
    }
}
