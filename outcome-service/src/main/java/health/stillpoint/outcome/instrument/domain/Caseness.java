package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.stream.IntStream;

/** When a total counts as a clinical case (conventions.caseness). */
public sealed interface Caseness {

    /** A case from this total upwards. */
    record FromTotal(int minimum) implements Caseness {}

    /** A case up to this total: well-being scales such as WHO-5. */
    record UpToTotal(int maximum) implements Caseness {}

    /** A case when any answered item reaches this; asked only when a total exists (Sheehan Disability Scale). */
    record AnyItemFrom(int minimum) implements Caseness {}

    /** Decides for a total and the answers it came from. */
    default Verdict of(BigDecimal total, AnswerSheet answers) {
        return switch (this) {
            case FromTotal(int minimum) -> Verdict.of(total.compareTo(BigDecimal.valueOf(minimum)) >= 0);
            case UpToTotal(int maximum) -> Verdict.of(total.compareTo(BigDecimal.valueOf(maximum)) <= 0);
            case AnyItemFrom(int minimum) -> Verdict.of(IntStream.rangeClosed(1, answers.count())
                    .mapToObj(answers::given)
                    .anyMatch(given -> given.isPresent() && given.getAsInt() >= minimum));
        };
    }
}
