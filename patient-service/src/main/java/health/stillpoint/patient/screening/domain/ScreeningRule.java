package health.stillpoint.patient.screening.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of programme.md section 4: what the clinician may answer, what is measured, and where the rule comes from.
 *
 * @param asked whether the clinician must answer it; a measured row may be answered too, and both verdicts count
 * @param states the answers the row knows beyond {@code ABSENT} and {@code UNKNOWN}, with their weight
 * @param measured what the row concludes from measurements
 */
record ScreeningRule(
        String code,
        boolean asked,
        Map<AnswerState, Weight> states,
        String threshold,
        String source,
        Function<ScreeningCase, Verdict> measured) {

    /** Weight of one answer; {@code found} null = the answer finds nothing. */
    record Weight(FindingClass found, Set<Condition> conditions, boolean correctable) { }

    private static final Function<ScreeningCase, Verdict> NOTHING_MEASURED = _ -> Verdict.notFound("not stated");

    static Builder row(String code) {
        return new Builder(code);
    }

    Set<AnswerState> knownStates() {
        Set<AnswerState> known = EnumSet.of(AnswerState.ABSENT, AnswerState.UNKNOWN, AnswerState.PRESENT);
        known.addAll(states.keySet());
        return known;
    }

    RuleResult ask(ScreeningCase screening, Set<String> correctable) {
        Verdict verdict = measured == NOTHING_MEASURED ? stated(screening) : Verdict.together(measured.apply(screening), stated(screening));
        return switch (verdict) {
            case Verdict.NotFound nothing -> new RuleResult(code, RuleResult.Outcome.NOT_FOUND, null, false,
                    "NOT_FOUND", threshold, nothing.found(), source, Set.of(), nothing.causes());
            case Verdict.Unanswered unanswered -> new RuleResult(code, RuleResult.Outcome.UNANSWERED, null, false,
                    unanswered.reason(), threshold, null, source, Set.of(), unanswered.causes());
            case Verdict.Found found -> new RuleResult(code, RuleResult.Outcome.FOUND, found.findingClass(),
                    found.correctable() && correctable.contains(code), found.reason(), threshold, found.found(), source,
                    found.conditions(), found.causes());
        };
    }

    private Verdict stated(ScreeningCase screening) {
        Optional<ScreeningAnswers.Answer> answer = screening.answers().answer(code);
        if (answer.isEmpty()) {
            return asked ? Verdict.unanswered("NOT_ANSWERED") : Verdict.notFound("not stated");
        }
        AnswerState state = answer.get().state();
        if (state == AnswerState.UNKNOWN) {
            return Verdict.unanswered("UNKNOWN").because(Set.of("UNKNOWN"));
        }
        Weight weight = states.get(state);
        if (state == AnswerState.ABSENT || weight == null || weight.found() == null) {
            return Verdict.notFound(state);
        }
        return new Verdict.Found(weight.found(), state.name(), state.name(), weight.correctable(), weight.conditions(),
                Set.of(state.name()));
    }

    /** Puts a row together in the order of the table: answers, threshold, source. */
    static final class Builder {

        private final String code;
        private final Map<AnswerState, Weight> states = new EnumMap<>(AnswerState.class);
        private boolean asked = true;
        private String threshold = "stated";

        private Builder(String code) {
            this.code = code;
        }

        Builder present(FindingClass weight, Condition... conditions) {
            return state(AnswerState.PRESENT, weight, conditions);
        }

        Builder state(AnswerState state, FindingClass weight, Condition... conditions) {
            states.put(state, new Weight(weight, Set.of(conditions), true));
            return this;
        }

        /** An answer whose cause stays, even where other causes of the row can be corrected. */
        Builder lasting(AnswerState state, FindingClass weight, Condition... conditions) {
            states.put(state, new Weight(weight, Set.of(conditions), false));
            return this;
        }

        /** An answer that finds nothing. */
        Builder harmless(AnswerState state) {
            states.put(state, new Weight(null, Set.of(), true));
            return this;
        }

        /** The row follows from measurements; the clinician need not answer it. */
        Builder measuredOnly() {
            asked = false;
            return this;
        }

        Builder threshold(String text) {
            threshold = text;
            return this;
        }

        ScreeningRule source(String source) {
            return source(source, NOTHING_MEASURED);
        }

        ScreeningRule source(String source, Function<ScreeningCase, Verdict> measured) {
            return new ScreeningRule(code, asked, new LinkedHashMap<>(states), threshold, source, measured);
        }
    }
}
