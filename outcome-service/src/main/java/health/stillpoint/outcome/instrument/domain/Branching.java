package health.stillpoint.outcome.instrument.domain;

import java.util.ArrayList;
import java.util.List;

/** Which questions are asked only after certain answers. */
public enum Branching {

    /** Every question is asked. */
    NONE {
        @Override
        List<Integer> notAsked(AnswerSheet answers) {
            return List.of();
        }
    },

    /**
     * C-SSRS screener: items 3..5 only after yes to item 2; item 7 only after yes to item 6. An answer to a question
     * that must not be asked makes the sheet invalid.
     */
    CSSRS_SCREENER {
        @Override
        List<Integer> notAsked(AnswerSheet answers) {
            List<Integer> items = new ArrayList<>();
            if (answers.says(2, 0)) {
                items.addAll(List.of(3, 4, 5));
            }
            if (!answers.says(6, 1)) {
                items.add(7);
            }
            return items;
        }

        @Override
        AnswerSheet completed(AnswerSheet answers, Variant variant) {
            boolean newBehavior = variant.equals(Variant.SINCE_LAST_CONTACT) && answers.says(6, 1);
            return newBehavior ? answers.with(7, Answer.of(1)) : answers;
        }
    };

    /** Items that must stay unanswered, given the other answers. */
    abstract List<Integer> notAsked(AnswerSheet answers);

    /** The sheet with the answers that the form itself fills in. */
    AnswerSheet completed(AnswerSheet answers, Variant variant) {
        return answers;
    }
}
