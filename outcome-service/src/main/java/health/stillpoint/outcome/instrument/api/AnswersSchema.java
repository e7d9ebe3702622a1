package health.stillpoint.outcome.instrument.api;

/** What the API's document says about answers, wherever they are sent. */
public final class AnswersSchema {

    /** Longest list of answers that is read at all; the longest instrument has 48 items. */
    public static final int MOST = 200;

    /** The form of a list of answers. */
    public static final String DESCRIPTION = "One entry for each item, item 1 first: a whole number on the item's scale,"
            + " null when it was not answered, or \"NA\" where the instrument allows it";

    private AnswersSchema() {}
}
