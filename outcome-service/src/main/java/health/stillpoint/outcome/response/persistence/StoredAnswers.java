package health.stillpoint.outcome.response.persistence;

import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import java.util.Arrays;

/** An answer sheet as a column: whole numbers, null for missing, one number no scale reaches for "NA". */
final class StoredAnswers {

    private static final short NOT_APPLICABLE = -99;

    private StoredAnswers() {}

    static Short[] of(AnswerSheet sheet) {
        return sheet.all().stream().map(StoredAnswers::stored).toArray(Short[]::new);
    }

    private static Short stored(Answer answer) {
        return switch (answer) {
            case Answer.Given(int value) -> (short) value;
            case Answer.Missing _ -> null;
            case Answer.NotApplicable _ -> NOT_APPLICABLE;
            case Answer.Malformed _ -> throw new IllegalStateException("A refused answer is never stored");
        };
    }

    static AnswerSheet read(Short[] stored) {
        return new AnswerSheet(Arrays.stream(stored).map(StoredAnswers::answer).toList());
    }

    private static Answer answer(Short stored) {
        if (stored == null) {
            return Answer.MISSING;
        }
        return stored == NOT_APPLICABLE ? Answer.NOT_APPLICABLE : Answer.of(stored);
    }
}
