package health.stillpoint.outcome.instrument.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A filled questionnaire: {@code answers[i-1]} belongs to item {@code i}; items are numbered from 1
 * (instruments.yaml, conventions.answers.numbering).
 */
public record AnswerSheet(List<Answer> all) {

    public AnswerSheet {
        all = List.copyOf(all);
    }

    /** A sheet of whole numbers; {@code null} is a missing answer. */
    public static AnswerSheet of(Integer... values) {
        List<Answer> answers = new ArrayList<>(values.length);
        for (Integer value : values) {
            answers.add(value == null ? Answer.MISSING : Answer.of(value));
        }
        return new AnswerSheet(answers);
    }

    /** How many items the sheet has. */
    public int count() {
        return all.size();
    }

    /** The answer to an item; items start at 1. */
    public Answer to(int item) {
        return all.get(item - 1);
    }

    /** The number given for an item, if one was. */
    public OptionalInt given(int item) {
        return to(item) instanceof Answer.Given(int value) ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** Tells whether an item was answered with exactly this number. */
    public boolean says(int item, int value) {
        return to(item) instanceof Answer.Given(int found) && found == value;
    }

    /** Tells whether an item was left open. */
    public boolean isMissing(int item) {
        return to(item) instanceof Answer.Missing;
    }

    /** The same sheet with one answer replaced. */
    public AnswerSheet with(int item, Answer answer) {
        List<Answer> changed = new ArrayList<>(all);
        changed.set(item - 1, answer);
        return new AnswerSheet(changed);
    }

    @Override
    public String toString() {
        return "AnswerSheet[count=" + count() + "]";
    }
}
