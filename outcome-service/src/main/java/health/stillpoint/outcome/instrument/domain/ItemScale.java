package health.stillpoint.outcome.instrument.domain;

/**
 * The whole numbers an item may be answered with, both ends included.
 *
 * @param minimum lowest answer
 * @param maximum highest answer
 */
public record ItemScale(int minimum, int maximum) {

    public ItemScale {
        if (minimum >= maximum) {
            throw new IllegalArgumentException("An item scale needs a lowest answer below its highest");
        }
    }

    /** Tells whether an answer lies on the scale. */
    public boolean contains(int answer) {
        return minimum <= answer && answer <= maximum;
    }

    /** The answer seen from the other end: {@code min + max - x} (conventions.reverse). */
    public int reversed(int answer) {
        return minimum + maximum - answer;
    }
}
