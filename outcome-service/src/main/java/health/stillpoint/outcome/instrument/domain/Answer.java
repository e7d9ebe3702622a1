package health.stillpoint.outcome.instrument.domain;

/**
 * What was written beside one item of a questionnaire.
 *
 * <p>Missing never means 0 (instruments.yaml, conventions.answers.missing). Records hide their value in
 * {@code toString}, so that an answer cannot reach a log by accident.
 */
public sealed interface Answer {

    /** A whole number; whether it lies on the item's scale is asked by the scoring engine. */
    record Given(int value) implements Answer {

        @Override
        public String toString() {
            return "Given";
        }
    }

    /** Not answered. */
    record Missing() implements Answer {}

    /** "NA": the question does not apply to this person. */
    record NotApplicable() implements Answer {}

    /** Something that is neither a whole number, nor null, nor "NA"; always refused. */
    record Malformed() implements Answer {}

    /** Not answered. */
    Answer MISSING = new Missing();

    /** The question does not apply. */
    Answer NOT_APPLICABLE = new NotApplicable();

    /** Not an answer at all. */
    Answer MALFORMED = new Malformed();

    /** The whole number given. */
    static Answer of(int value) {
        return new Given(value);
    }
}
