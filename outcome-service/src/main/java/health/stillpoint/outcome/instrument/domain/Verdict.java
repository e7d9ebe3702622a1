package health.stillpoint.outcome.instrument.domain;

/** The answer to a clinical yes/no question, or that the question has no answer here. */
public enum Verdict {
    YES,
    NO,
    /** No rule, no total, or no baseline to compare with. */
    UNDEFINED;

    /** The verdict of a rule that could be applied. */
    public static Verdict of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Tells whether the question was answered with yes. */
    public boolean holds() {
        return this == YES;
    }

    /** {@code true}, {@code false}, or {@code null} when undefined: the form used on the wire and in the store. */
    public Boolean orNull() {
        return this == UNDEFINED ? null : this == YES;
    }

    /** Reads the form of {@link #orNull()}. */
    public static Verdict fromNullable(Boolean value) {
        return value == null ? UNDEFINED : of(value);
    }
}
