package health.stillpoint.outcome.instrument.domain;

import java.util.List;

/**
 * Answers that lie outside the instrument: wrong number of items, off the scale, not whole, or given to a question that
 * must not be asked. No score, no band, no alert; never clamped (conventions.answers.out_of_range).
 */
public final class AnswersInvalid extends InstrumentRefusal {

    private final List<Integer> items;
    private final int expectedCount;

    public AnswersInvalid(List<Integer> items, int expectedCount) {
        super("Answers invalid");
        this.items = List.copyOf(items);
        this.expectedCount = expectedCount;
    }

    /** The offending item numbers, ascending. */
    public List<Integer> items() {
        return items;
    }

    /** How many items the instrument has. */
    public int expectedCount() {
        return expectedCount;
    }
}
